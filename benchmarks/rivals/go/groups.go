package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

type page[T any] struct {
	Count      int `json:"count"`
	Items      []T `json:"items"`
	TotalCount int `json:"totalCount"`
}

func (a *api) listGroups(w http.ResponseWriter, r *http.Request, c caller) error {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return badRequest("the query cannot be read")
	}
	query, err := readListQuery(values)
	if err != nil {
		return err
	}
	limit := query.Limit
	query.Limit++ // one more than asked for tells whether there is a next page
	items, total, err := a.store.ListGroups(r.Context(), c.account, c.user, query)
	if err != nil {
		return err
	}
	if len(items) > limit {
		items = items[:limit]
		values.Set("cursor", encodeCursor(items[limit-1], query.ByName))
		w.Header().Set("Link",
			fmt.Sprintf(`<%s/kpis/groups?%s>; rel="next"`, base, values.Encode()))
	}
	return writeJSON(w, http.StatusOK, page[Group]{len(items), items, total})
}

func readListQuery(values url.Values) (ListQuery, error) {
	query := ListQuery{Q: values.Get("q")}
	var err error
	if query.Limit, err = readLimit(values.Get("limit")); err != nil {
		return query, err
	}
	switch values.Get("sort") {
	case "", "id":
	case "name":
		query.ByName = true
	default:
		return query, badRequest("sort must be id or name")
	}
	switch values.Get("favorite") {
	case "":
	case "true":
		query.Favorite = true
	default:
		return query, badRequest("favorite can only be true")
	}
	if values.Has("cursor") {
		query.After, err = decodeCursor(values.Get("cursor"), query.ByName)
	}
	return query, err
}

func encodeCursor(last Group, byName bool) string {
	cursor := Cursor{ID: last.ID}
	if byName {
		cursor.Name = &last.Name
	}
	text, _ := json.Marshal(cursor) // strings always marshal
	return base64.RawURLEncoding.EncodeToString(text)
}

func decodeCursor(text string, byName bool) (*Cursor, error) {
	var cursor Cursor
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &cursor)
	}
	if err != nil || !groupID.MatchString(cursor.ID) || (cursor.Name != nil) != byName {
		return nil, badRequest("cursor is not one of ours")
	}
	return &cursor, nil
}

func (a *api) getGroup(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	group, err := a.store.GetGroup(r.Context(), c.account, c.user, id)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, group)
}

func (a *api) createGroup(w http.ResponseWriter, r *http.Request, c caller) error {
	name, err := readName(w, r)
	if err != nil {
		return err
	}
	group, err := a.store.CreateGroup(r.Context(), c.account, c.user, name)
	if err != nil {
		return err
	}
	w.Header().Set("Location", base+"/kpis/groups/"+group.ID)
	return writeJSON(w, http.StatusCreated, group)
}

func (a *api) renameGroup(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	name, err := readName(w, r)
	if err != nil {
		return err
	}
	group, err := a.store.RenameGroup(r.Context(), c.account, c.user, id, name)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, group)
}

func (a *api) deleteGroup(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	return a.store.DeleteGroup(r.Context(), c.account, id)
}

func (a *api) addFavorite(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	return a.store.AddFavorite(r.Context(), c.account, c.user, id)
}

func (a *api) removeFavorite(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	return a.store.RemoveFavorite(r.Context(), c.account, c.user, id)
}
