package main

import "net/http"

type kpi struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	OwnerIDs []string `json:"ownerIds"`
}

func (a *api) putKPI(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathKPI(r)
	if err != nil {
		return err
	}
	name, err := readName(w, r)
	if err != nil {
		return err
	}
	isNew, err := a.store.PutKPI(r.Context(), c.account, id, name)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if isNew {
		status = http.StatusCreated
	}
	return writeJSON(w, status, kpi{ID: id, Name: name, OwnerIDs: []string{}})
}

func pathMember(r *http.Request) (id, kpi string, err error) {
	if kpi, err = pathKPI(r); err != nil {
		return "", "", err
	}
	id, err = pathGroup(r)
	return id, kpi, err
}

func (a *api) addMember(w http.ResponseWriter, r *http.Request, c caller) error {
	id, kpi, err := pathMember(r)
	if err != nil {
		return err
	}
	return a.store.AddMember(r.Context(), c.account, c.user, id, kpi)
}

func (a *api) removeMember(w http.ResponseWriter, r *http.Request, c caller) error {
	id, kpi, err := pathMember(r)
	if err != nil {
		return err
	}
	return a.store.RemoveMember(r.Context(), c.account, id, kpi)
}

func (a *api) listMembers(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	limit, err := readLimit(r.URL.Query().Get("limit"))
	if err != nil {
		return err
	}
	items, total, err := a.store.ListMembers(r.Context(), c.account, id, limit)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, page[Member]{len(items), items, total})
}

func (a *api) changeMembers(w http.ResponseWriter, r *http.Request, c caller) error {
	id, err := pathGroup(r)
	if err != nil {
		return err
	}
	var body struct {
		Add    []string `json:"add"`
		Remove []string `json:"remove"`
	}
	if err := readJSON(w, r, &body); err != nil {
		return err
	}
	total := len(body.Add) + len(body.Remove)
	if total > maxPage {
		return badRequest("at most 1000 KPIs")
	}
	seen := make(map[string]bool, total)
	for _, list := range [][]string{body.Add, body.Remove} {
		for _, kpi := range list {
			if seen[kpi] || !isKPI(kpi) {
				return badRequest("add and remove must have ids of KPIs, none twice")
			}
			seen[kpi] = true
		}
	}
	added, removed, err := a.store.ChangeMembers(
		r.Context(), c.account, c.user, id, body.Add, body.Remove)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, struct {
		Added     int `json:"added"`
		Removed   int `json:"removed"`
		Unchanged int `json:"unchanged"`
	}{added, removed, total - added - removed})
}
