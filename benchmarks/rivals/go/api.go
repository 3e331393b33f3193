package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	base    = "/api/v1"
	maxPage = 1000
	maxBody = 1 << 20
)

var (
	groupID = regexp.MustCompile(`^[0-9a-f]{24}$`)
	kpiID   = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
)

type api struct {
	store    Store
	verifier *verifier
}

// handler answers a request of a caller who may make it; its error becomes the answer.
type handler func(w http.ResponseWriter, r *http.Request, c caller) error

type httpError struct {
	status  int
	message string
}

func (e httpError) Error() string { return e.message }

func badRequest(message string) error { return httpError{http.StatusBadRequest, message} }

func newAPI(store Store, verifier *verifier) http.Handler {
	a := &api{store: store, verifier: verifier}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+base+"/kpis/groups", a.reads(a.listGroups))
	mux.HandleFunc("POST "+base+"/kpis/groups", a.manages(a.createGroup))
	mux.HandleFunc("GET "+base+"/kpis/groups/{id}", a.reads(a.getGroup))
	mux.HandleFunc("PATCH "+base+"/kpis/groups/{id}", a.manages(a.renameGroup))
	mux.HandleFunc("DELETE "+base+"/kpis/groups/{id}", a.manages(a.deleteGroup))
	mux.HandleFunc("GET "+base+"/kpis/groups/{id}/kpis", a.reads(a.listMembers))
	mux.HandleFunc("POST "+base+"/kpis/groups/{id}/kpis/batch", a.manages(a.changeMembers))
	mux.HandleFunc("PUT "+base+"/kpis/{kpi}", a.manages(a.putKPI))
	mux.HandleFunc("PUT "+base+"/kpis/{first}/{second}/{third}",
		favoriteOrMember(a.watches(a.addFavorite), a.manages(a.addMember)))
	mux.HandleFunc("DELETE "+base+"/kpis/{first}/{second}/{third}",
		favoriteOrMember(a.watches(a.removeFavorite), a.manages(a.removeMember)))
	return mux
}

// favoriteOrMember tells kpis/groups/{id}/favorite from kpis/{kpi}/groups/{id}. The mux refuses to
// have both patterns, since kpis/groups/groups/favorite would match either.
func favoriteOrMember(favorite, member http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		first, second, third := r.PathValue("first"), r.PathValue("second"), r.PathValue("third")
		switch {
		case first == "groups" && third == "favorite":
			r.SetPathValue("id", second)
			favorite(w, r)
		case second == "groups":
			r.SetPathValue("kpi", first)
			r.SetPathValue("id", third)
			member(w, r)
		default:
			http.NotFound(w, r)
		}
	}
}

func (a *api) watches(h handler) http.HandlerFunc { return a.handle(h, nothing) }

func (a *api) reads(h handler) http.HandlerFunc { return a.handle(h, reading) }

func (a *api) manages(h handler) http.HandlerFunc { return a.handle(h, managing) }

func (a *api) handle(h handler, needed need) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := a.verifier.caller(r, needed)
		if err == nil {
			err = h(w, r, c)
		}
		if err != nil {
			writeError(w, r, err)
		}
	}
}

func writeError(w http.ResponseWriter, r *http.Request, err error) {
	var refused httpError
	switch {
	case errors.As(err, &refused):
	case errors.Is(err, errNoGroup), errors.Is(err, errNoKPI):
		refused = httpError{http.StatusNotFound, err.Error()}
	default:
		if r.Context().Err() != nil {
			return // the client is gone
		}
		log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
		refused = httpError{http.StatusInternalServerError, "internal error"}
	}
	_ = writeJSON(w, refused.status, map[string]string{"message": refused.message})
}

func writeJSON(w http.ResponseWriter, status int, value any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // fails only where the client is gone
	return nil
}

func readJSON(w http.ResponseWriter, r *http.Request, value any) error {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err == nil {
		err = json.Unmarshal(body, value)
	}
	if err != nil {
		return badRequest("the body is not the JSON that is wanted")
	}
	return nil
}

func readName(w http.ResponseWriter, r *http.Request) (string, error) {
	var body struct {
		Name string `json:"name"`
	}
	if err := readJSON(w, r, &body); err != nil {
		return "", err
	}
	name := strings.TrimSpace(body.Name)
	if length := utf8.RuneCountInString(name); length < 1 || length > 255 {
		return "", badRequest("name must have 1 to 255 characters")
	}
	return name, nil
}

func pathGroup(r *http.Request) (string, error) {
	id := r.PathValue("id")
	if !groupID.MatchString(id) {
		return "", badRequest("a group's id has 24 hex digits")
	}
	return id, nil
}

func pathKPI(r *http.Request) (string, error) {
	id := r.PathValue("kpi")
	if !isKPI(id) {
		return "", badRequest("a KPI's id has 1 to 64 letters, digits, - and _")
	}
	return id, nil
}

// isKPI refuses "groups", which would be taken for the list of groups in a path.
func isKPI(id string) bool { return id != "groups" && kpiID.MatchString(id) }

func readLimit(text string) (int, error) {
	if text == "" {
		return maxPage, nil
	}
	limit, err := strconv.Atoi(text)
	if err != nil || limit < 1 || limit > maxPage {
		return 0, badRequest("limit must be 1 to 1000")
	}
	return limit, nil
}
