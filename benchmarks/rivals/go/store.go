package main

import (
	"context"
	"errors"
	"time"
)

// What a store did not find in the caller's account.
var (
	errNoGroup = errors.New("no such group")
	errNoKPI   = errors.New("no such group or KPI")
)

// Date is a time in JSON: UTC, with milliseconds.
type Date time.Time

func (d Date) MarshalJSON() ([]byte, error) {
	return []byte(time.Time(d).UTC().Format(`"2006-01-02T15:04:05.000Z"`)), nil
}

// Group is a group as the calling user sees it.
type Group struct {
	AccountID    string `json:"accountId"`
	CreatedByID  string `json:"createdById"`
	DateCreated  Date   `json:"dateCreated"`
	DateUpdated  Date   `json:"dateUpdated"`
	Favorite     bool   `json:"favorite"`
	ID           string `json:"id"`
	ModifiedByID string `json:"modifiedById"`
	Name         string `json:"name"`
}

// Member is a KPI of a group.
type Member struct {
	KPIID     string `json:"kpiId"`
	Name      string `json:"name"`
	AddedByID string `json:"addedById"`
	DateAdded Date   `json:"dateAdded"`
}

// Cursor holds the sort keys of the last row of a page; Name only where names are sorted by.
type Cursor struct {
	Name *string `json:"name,omitempty"`
	ID   string  `json:"id"`
}

// ListQuery says which groups are wanted.
type ListQuery struct {
	Limit    int
	ByName   bool
	Q        string
	Favorite bool
	After    *Cursor
}

// Store keeps the groups. Each method is of one account, and what it has answered is on disk.
type Store interface {
	// ListGroups returns a page, and how many groups there are in all.
	ListGroups(ctx context.Context, account, user string, query ListQuery) ([]Group, int, error)
	GetGroup(ctx context.Context, account, user, id string) (Group, error)
	CreateGroup(ctx context.Context, account, user, name string) (Group, error)
	RenameGroup(ctx context.Context, account, user, id, name string) (Group, error)
	DeleteGroup(ctx context.Context, account, id string) error
	AddFavorite(ctx context.Context, account, user, id string) error
	RemoveFavorite(ctx context.Context, account, user, id string) error
	// PutKPI tells whether the KPI is new.
	PutKPI(ctx context.Context, account, id, name string) (bool, error)
	AddMember(ctx context.Context, account, user, id, kpi string) error
	RemoveMember(ctx context.Context, account, id, kpi string) error
	ListMembers(ctx context.Context, account, id string, limit int) ([]Member, int, error)
	// ChangeMembers does all of it or nothing, and returns how many were added and removed.
	ChangeMembers(ctx context.Context, account, user, id string, add, remove []string) (
		added, removed int, err error)
	Close() error
}

func now() time.Time {
	return time.Now().UTC().Truncate(time.Millisecond)
}
