package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	_ "embed"
	"encoding/hex"
	"errors"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

//go:embed schema.sql
var schema string

const (
	columns = `g.account_id, g.created_by, g.created_at, g.modified_at, f.group_id IS NOT NULL,
		g.id, g.modified_by, g.name`
	groupsSeen = `groups g LEFT JOIN favorites f
		ON f.account_id = g.account_id AND f.user_id = @user AND f.group_id = g.id`
	isFavorite = `g.id IN
		(SELECT group_id FROM favorites WHERE account_id = @account AND user_id = @user)`
	groupExists = `SELECT 1 FROM groups WHERE account_id = ? AND id = ?`
)

// sqliteStore has a pool of readers and one writer: SQLite lets only one write at a time, and to
// wait for a connection is better than to wait for the file's lock.
type sqliteStore struct {
	readers, writer *sql.DB
	lists           map[listKind]listStatements

	groupExists, getGroup, listMembers, countMembers *sql.Stmt
	groupStillExists                                 *sql.Stmt // as the writer sees it
	insertGroup, updateGroup, deleteGroup            *sql.Stmt
	insertFavorite, deleteFavorite                   *sql.Stmt
	insertKPI, updateKPI                             *sql.Stmt
	insertMember, deleteMember                       *sql.Stmt
}

// listKind is what decides about the statement of a list.
type listKind struct{ byName, search, favorite, after bool }

type listStatements struct{ page, count *sql.Stmt }

func openSQLite(ctx context.Context, path string) (Store, error) {
	file := "file:" + (&url.URL{Path: path}).EscapedPath() +
		"?_journal_mode=WAL&_synchronous=FULL&_foreign_keys=on&_busy_timeout=5000"
	writer, err := sql.Open("sqlite3", file+"&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if _, err := writer.ExecContext(ctx, schema); err != nil {
		return nil, err
	}
	readers, err := sql.Open("sqlite3", file+"&_query_only=true")
	if err != nil {
		return nil, err
	}
	connections := max(4, runtime.NumCPU())
	readers.SetMaxOpenConns(connections)
	readers.SetMaxIdleConns(connections)

	s := &sqliteStore{readers: readers, writer: writer}
	return s, s.prepare(ctx)
}

func (s *sqliteStore) prepare(ctx context.Context) error {
	for _, p := range []struct {
		statement **sql.Stmt
		db        *sql.DB
		text      string
	}{
		{&s.groupExists, s.readers, groupExists},
		{&s.groupStillExists, s.writer, groupExists},
		{&s.getGroup, s.readers, `SELECT ` + columns + ` FROM ` + groupsSeen +
			` WHERE g.account_id = @account AND g.id = @id`},
		{&s.listMembers, s.readers, `SELECT m.kpi_id, k.name, m.added_by, m.added_at
			FROM members m JOIN kpis k ON k.account_id = m.account_id AND k.id = m.kpi_id
			WHERE m.account_id = ? AND m.group_id = ? ORDER BY m.kpi_id LIMIT ?`},
		{&s.countMembers, s.readers,
			`SELECT count(*) FROM members WHERE account_id = ? AND group_id = ?`},
		{&s.insertGroup, s.writer, `INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?)`},
		{&s.updateGroup, s.writer, `UPDATE groups
			SET name = @name, modified_by = @user, modified_at = @now
			WHERE account_id = @account AND id = @id
			RETURNING account_id, created_by, created_at, modified_at,
			  EXISTS (SELECT 1 FROM favorites f
			    WHERE f.account_id = @account AND f.user_id = @user AND f.group_id = @id),
			  id, modified_by, name`},
		{&s.deleteGroup, s.writer, `DELETE FROM groups WHERE account_id = ? AND id = ?`},
		{&s.insertFavorite, s.writer, `INSERT OR IGNORE INTO favorites VALUES (?, ?, ?)`},
		{&s.deleteFavorite, s.writer,
			`DELETE FROM favorites WHERE account_id = ? AND user_id = ? AND group_id = ?`},
		{&s.insertKPI, s.writer, `INSERT OR IGNORE INTO kpis VALUES (?, ?, ?)`},
		{&s.updateKPI, s.writer, `UPDATE kpis SET name = ? WHERE account_id = ? AND id = ?`},
		{&s.insertMember, s.writer, `INSERT OR IGNORE INTO members VALUES (?, ?, ?, ?, ?)`},
		{&s.deleteMember, s.writer,
			`DELETE FROM members WHERE account_id = ? AND group_id = ? AND kpi_id = ?`},
	} {
		var err error
		if *p.statement, err = p.db.PrepareContext(ctx, p.text); err != nil {
			return err
		}
	}
	return s.prepareLists(ctx)
}

func (s *sqliteStore) prepareLists(ctx context.Context) error {
	s.lists = map[listKind]listStatements{}
	for i := range 16 {
		kind := listKind{byName: i&1 > 0, search: i&2 > 0, favorite: i&4 > 0, after: i&8 > 0}
		where, order, after := `g.account_id = @account`, `g.id`, `g.id > @afterId`
		if kind.byName {
			order, after = `g.name, g.id`, `(g.name, g.id) > (@afterName, @afterId)`
		}
		if kind.search {
			where += ` AND g.name LIKE @q ESCAPE '\'`
		}
		if kind.favorite {
			where += ` AND ` + isFavorite
		}
		count, err := s.readers.PrepareContext(ctx, `SELECT count(*) FROM groups g WHERE `+where)
		if err != nil {
			return err
		}
		if kind.after {
			where += ` AND ` + after
		}
		page, err := s.readers.PrepareContext(ctx, `SELECT `+columns+` FROM `+groupsSeen+
			` WHERE `+where+` ORDER BY `+order+` LIMIT @limit`)
		if err != nil {
			return err
		}
		s.lists[kind] = listStatements{page, count}
	}
	return nil
}

func scanGroup(row interface{ Scan(...any) error }) (Group, error) {
	var g Group
	var created, updated int64
	err := row.Scan(&g.AccountID, &g.CreatedByID, &created, &updated, &g.Favorite, &g.ID,
		&g.ModifiedByID, &g.Name)
	g.DateCreated, g.DateUpdated = Date(time.UnixMilli(created)), Date(time.UnixMilli(updated))
	if errors.Is(err, sql.ErrNoRows) {
		err = errNoGroup
	}
	return g, err
}

var escapeLike = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

func (s *sqliteStore) ListGroups(ctx context.Context, account, user string, query ListQuery) (
	[]Group, int, error) {
	kind := listKind{query.ByName, query.Q != "", query.Favorite, query.After != nil}
	args := []any{sql.Named("account", account)}
	if kind.search {
		args = append(args, sql.Named("q", "%"+escapeLike.Replace(query.Q)+"%"))
	}
	counted := args
	if kind.favorite {
		counted = append(counted, sql.Named("user", user))
	}
	var total int
	if err := s.lists[kind].count.QueryRowContext(ctx, counted...).Scan(&total); err != nil {
		return nil, 0, err
	}
	args = append(args, sql.Named("user", user), sql.Named("limit", query.Limit))
	if kind.after {
		args = append(args, sql.Named("afterId", query.After.ID))
		if kind.byName {
			args = append(args, sql.Named("afterName", *query.After.Name))
		}
	}
	rows, err := s.lists[kind].page.QueryContext(ctx, args...)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	items := []Group{}
	for rows.Next() {
		group, err := scanGroup(rows)
		if err != nil {
			return nil, 0, err
		}
		items = append(items, group)
	}
	return items, total, rows.Err()
}

func (s *sqliteStore) GetGroup(ctx context.Context, account, user, id string) (Group, error) {
	return scanGroup(s.getGroup.QueryRowContext(ctx,
		sql.Named("user", user), sql.Named("account", account), sql.Named("id", id)))
}

func (s *sqliteStore) CreateGroup(ctx context.Context, account, user, name string) (Group, error) {
	random := make([]byte, 12)
	if _, err := rand.Read(random); err != nil {
		return Group{}, err
	}
	id, at := hex.EncodeToString(random), now()
	_, err := s.insertGroup.ExecContext(ctx,
		account, id, name, user, at.UnixMilli(), user, at.UnixMilli())
	return Group{AccountID: account, CreatedByID: user, DateCreated: Date(at), DateUpdated: Date(at),
		ID: id, ModifiedByID: user, Name: name}, err
}

func (s *sqliteStore) RenameGroup(ctx context.Context, account, user, id, name string) (
	Group, error) {
	return scanGroup(s.updateGroup.QueryRowContext(ctx, sql.Named("name", name),
		sql.Named("user", user), sql.Named("now", now().UnixMilli()),
		sql.Named("account", account), sql.Named("id", id)))
}

func (s *sqliteStore) DeleteGroup(ctx context.Context, account, id string) error {
	changed, err := affected(s.deleteGroup.ExecContext(ctx, account, id))
	if err == nil && changed == 0 {
		return errNoGroup
	}
	return err
}

func (s *sqliteStore) AddFavorite(ctx context.Context, account, user, id string) error {
	_, err := s.insertFavorite.ExecContext(ctx, account, user, id)
	return missing(err, errNoGroup)
}

func (s *sqliteStore) RemoveFavorite(ctx context.Context, account, user, id string) error {
	if err := s.checkGroup(ctx, s.groupExists, account, id); err != nil {
		return err
	}
	_, err := s.deleteFavorite.ExecContext(ctx, account, user, id)
	return err
}

func (s *sqliteStore) PutKPI(ctx context.Context, account, id, name string) (bool, error) {
	inserted, err := affected(s.insertKPI.ExecContext(ctx, account, id, name))
	if err != nil || inserted > 0 {
		return true, err
	}
	_, err = s.updateKPI.ExecContext(ctx, name, account, id)
	return false, err
}

func (s *sqliteStore) AddMember(ctx context.Context, account, user, id, kpi string) error {
	_, err := s.insertMember.ExecContext(ctx, account, id, kpi, user, now().UnixMilli())
	return missing(err, errNoKPI)
}

func (s *sqliteStore) RemoveMember(ctx context.Context, account, id, kpi string) error {
	if err := s.checkGroup(ctx, s.groupExists, account, id); err != nil {
		return err
	}
	_, err := s.deleteMember.ExecContext(ctx, account, id, kpi)
	return err
}

func (s *sqliteStore) ListMembers(ctx context.Context, account, id string, limit int) (
	[]Member, int, error) {
	if err := s.checkGroup(ctx, s.groupExists, account, id); err != nil {
		return nil, 0, err
	}
	var total int
	if err := s.countMembers.QueryRowContext(ctx, account, id).Scan(&total); err != nil {
		return nil, 0, err
	}
	rows, err := s.listMembers.QueryContext(ctx, account, id, limit)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	items := []Member{}
	for rows.Next() {
		var m Member
		var added int64
		if err := rows.Scan(&m.KPIID, &m.Name, &m.AddedByID, &added); err != nil {
			return nil, 0, err
		}
		m.DateAdded = Date(time.UnixMilli(added))
		items = append(items, m)
	}
	return items, total, rows.Err()
}

func (s *sqliteStore) ChangeMembers(ctx context.Context, account, user, id string,
	add, remove []string) (added, removed int, err error) {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return 0, 0, err
	}
	defer tx.Rollback()
	if err := s.checkGroup(ctx, tx.StmtContext(ctx, s.groupStillExists), account, id); err != nil {
		return 0, 0, err
	}
	insert, remover := tx.StmtContext(ctx, s.insertMember), tx.StmtContext(ctx, s.deleteMember)
	at := now().UnixMilli()
	for _, kpi := range add {
		changed, err := affected(insert.ExecContext(ctx, account, id, kpi, user, at))
		if err != nil {
			return 0, 0, missing(err, errNoKPI)
		}
		added += changed
	}
	for _, kpi := range remove {
		changed, err := affected(remover.ExecContext(ctx, account, id, kpi))
		if err != nil {
			return 0, 0, err
		}
		removed += changed
	}
	return added, removed, tx.Commit()
}

func (s *sqliteStore) checkGroup(ctx context.Context, exists *sql.Stmt, account, id string) error {
	var one int
	err := exists.QueryRowContext(ctx, account, id).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return errNoGroup
	}
	return err
}

func (s *sqliteStore) Close() error {
	return errors.Join(s.readers.Close(), s.writer.Close())
}

func affected(result sql.Result, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	rows, err := result.RowsAffected()
	return int(rows), err
}

// missing turns the failure of a foreign key into what it means.
func missing(err, meaning error) error {
	var failed sqlite3.Error
	if errors.As(err, &failed) && failed.ExtendedCode == sqlite3.ErrConstraintForeignKey {
		return meaning
	}
	return err
}
