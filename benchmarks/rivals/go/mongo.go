package main

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/connstring"
)

// mongoStore keeps members in their group, so that a change of several is one atomic update.
type mongoStore struct {
	client                  *mongo.Client
	groups, kpis, favorites *mongo.Collection
}

type groupDocument struct {
	ID             bson.ObjectID    `bson:"_id"`
	AccountID      string           `bson:"accountId"`
	Name           string           `bson:"name"`
	CreatedByID    string           `bson:"createdById"`
	DateCreated    time.Time        `bson:"dateCreated"`
	ModifiedByID   string           `bson:"modifiedById"`
	DateUpdated    time.Time        `bson:"dateUpdated"`
	Members        []memberDocument `bson:"members"`
	MembersVersion int64            `bson:"membersVersion"`
}

type memberDocument struct {
	KPIID     string    `bson:"kpiId"`
	AddedByID string    `bson:"addedById"`
	DateAdded time.Time `bson:"dateAdded"`
}

func (d *groupDocument) group(favorite bool) Group {
	return Group{AccountID: d.AccountID, CreatedByID: d.CreatedByID,
		DateCreated: Date(d.DateCreated), DateUpdated: Date(d.DateUpdated), Favorite: favorite,
		ID: d.ID.Hex(), ModifiedByID: d.ModifiedByID, Name: d.Name}
}

func openMongo(ctx context.Context, uri string) (Store, error) {
	parsed, err := connstring.ParseAndValidate(uri)
	if err != nil {
		return nil, err
	}
	journaled := true
	client, err := mongo.Connect(options.Client().ApplyURI(uri).
		SetWriteConcern(&writeconcern.WriteConcern{W: "majority", Journal: &journaled}))
	if err != nil {
		return nil, err
	}
	db := client.Database(parsed.Database)
	s := &mongoStore{client: client, groups: db.Collection("groups"),
		kpis: db.Collection("kpis"), favorites: db.Collection("favorites")}
	return s, s.createIndexes(ctx)
}

func (s *mongoStore) createIndexes(ctx context.Context) error {
	for _, index := range []struct {
		collection *mongo.Collection
		unique     bool
		keys       bson.D
	}{
		{s.groups, false, bson.D{{"accountId", 1}, {"_id", 1}}},
		{s.groups, false, bson.D{{"accountId", 1}, {"name", 1}, {"_id", 1}}},
		{s.kpis, true, bson.D{{"accountId", 1}, {"kpiId", 1}}},
		{s.favorites, true, bson.D{{"accountId", 1}, {"userId", 1}, {"groupId", 1}}},
		{s.favorites, false, bson.D{{"accountId", 1}, {"groupId", 1}}},
	} {
		model := mongo.IndexModel{Keys: index.keys}
		if index.unique {
			model.Options = options.Index().SetUnique(true)
		}
		if _, err := index.collection.Indexes().CreateOne(ctx, model); err != nil {
			return err
		}
	}
	return nil
}

// objectID is of an id whose form was checked.
func objectID(id string) bson.ObjectID {
	oid, _ := bson.ObjectIDFromHex(id)
	return oid
}

func groupKey(account, id string) bson.D {
	return bson.D{{"_id", objectID(id)}, {"accountId", account}}
}

func favoriteKey(account, user, id string) bson.D {
	return bson.D{{"accountId", account}, {"userId", user}, {"groupId", objectID(id)}}
}

func withoutMembers() bson.D { return bson.D{{"members", 0}} }

func exists(ctx context.Context, collection *mongo.Collection, filter bson.D) (bool, error) {
	err := collection.FindOne(ctx, filter,
		options.FindOne().SetProjection(bson.D{{"_id", 1}})).Err()
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	return err == nil, err
}

func (s *mongoStore) checkGroup(ctx context.Context, account, id string) error {
	found, err := exists(ctx, s.groups, groupKey(account, id))
	if err == nil && !found {
		return errNoGroup
	}
	return err
}

// seen is a group as a user sees it, from the result of a command.
func (s *mongoStore) seen(ctx context.Context, account, user, id string,
	result *mongo.SingleResult) (Group, error) {
	var document groupDocument
	if err := result.Decode(&document); err != nil {
		return Group{}, noGroup(err)
	}
	favorite, err := exists(ctx, s.favorites, favoriteKey(account, user, id))
	return document.group(favorite), err
}

func noGroup(err error) error {
	if errors.Is(err, mongo.ErrNoDocuments) {
		return errNoGroup
	}
	return err
}

// upsert tells whether it was new. Two upserts at once may both try to insert: the second then
// updates.
func upsert(ctx context.Context, collection *mongo.Collection, filter, update bson.D) (
	bool, error) {
	result, err := collection.UpdateOne(ctx, filter, update, options.UpdateOne().SetUpsert(true))
	if mongo.IsDuplicateKeyError(err) {
		_, err = collection.UpdateOne(ctx, filter, update)
		return false, err
	}
	return err == nil && result.UpsertedCount > 0, err
}

func (s *mongoStore) favoritesAmong(ctx context.Context, filter bson.D) ([]bson.ObjectID, error) {
	cursor, err := s.favorites.Find(ctx, filter)
	if err != nil {
		return nil, err
	}
	var found []struct {
		GroupID bson.ObjectID `bson:"groupId"`
	}
	err = cursor.All(ctx, &found)
	ids := make([]bson.ObjectID, len(found))
	for i := range found {
		ids[i] = found[i].GroupID
	}
	return ids, err
}

func (s *mongoStore) ListGroups(ctx context.Context, account, user string, query ListQuery) (
	[]Group, int, error) {
	matches := bson.D{{"accountId", account}}
	if query.Q != "" {
		matches = append(matches, bson.E{"name",
			bson.D{{"$regex", regexp.QuoteMeta(query.Q)}, {"$options", "i"}}})
	}
	if query.Favorite {
		own, err := s.favoritesAmong(ctx, bson.D{{"accountId", account}, {"userId", user}})
		if err != nil {
			return nil, 0, err
		}
		matches = append(matches, bson.E{"_id", bson.D{{"$in", own}}})
	}
	total, err := s.groups.CountDocuments(ctx, matches)
	if err != nil {
		return nil, 0, err
	}
	conditions, sort := bson.A{matches}, bson.D{{"_id", 1}}
	if query.ByName {
		sort = bson.D{{"name", 1}, {"_id", 1}}
	}
	if query.After != nil {
		afterID := bson.E{"_id", bson.D{{"$gt", objectID(query.After.ID)}}}
		if query.ByName {
			conditions = append(conditions, bson.D{{"$or", bson.A{
				bson.D{{"name", bson.D{{"$gt", *query.After.Name}}}},
				bson.D{{"name", *query.After.Name}, afterID},
			}}})
		} else {
			conditions = append(conditions, bson.D{afterID})
		}
	}
	cursor, err := s.groups.Find(ctx, bson.D{{"$and", conditions}},
		options.Find().SetSort(sort).SetLimit(int64(query.Limit)).SetProjection(withoutMembers()))
	if err != nil {
		return nil, 0, err
	}
	var documents []groupDocument
	if err := cursor.All(ctx, &documents); err != nil {
		return nil, 0, err
	}
	items, err := s.marked(ctx, account, user, documents)
	return items, int(total), err
}

// marked are the groups as a user sees them.
func (s *mongoStore) marked(ctx context.Context, account, user string,
	documents []groupDocument) ([]Group, error) {
	ids := make([]bson.ObjectID, len(documents))
	for i := range documents {
		ids[i] = documents[i].ID
	}
	favorites, err := s.favoritesAmong(ctx, bson.D{
		{"accountId", account}, {"userId", user}, {"groupId", bson.D{{"$in", ids}}}})
	if err != nil {
		return nil, err
	}
	isFavorite := make(map[bson.ObjectID]bool, len(favorites))
	for _, id := range favorites {
		isFavorite[id] = true
	}
	items := make([]Group, len(documents))
	for i := range documents {
		items[i] = documents[i].group(isFavorite[documents[i].ID])
	}
	return items, nil
}

func (s *mongoStore) GetGroup(ctx context.Context, account, user, id string) (Group, error) {
	return s.seen(ctx, account, user, id, s.groups.FindOne(ctx, groupKey(account, id),
		options.FindOne().SetProjection(withoutMembers())))
}

func (s *mongoStore) CreateGroup(ctx context.Context, account, user, name string) (Group, error) {
	at := now()
	document := groupDocument{ID: bson.NewObjectID(), AccountID: account, Name: name,
		CreatedByID: user, DateCreated: at, ModifiedByID: user, DateUpdated: at,
		Members: []memberDocument{}}
	_, err := s.groups.InsertOne(ctx, document)
	return document.group(false), err
}

func (s *mongoStore) RenameGroup(ctx context.Context, account, user, id, name string) (
	Group, error) {
	return s.seen(ctx, account, user, id, s.groups.FindOneAndUpdate(ctx, groupKey(account, id),
		bson.D{{"$set", bson.D{{"name", name}, {"modifiedById", user}, {"dateUpdated", now()}}}},
		options.FindOneAndUpdate().SetReturnDocument(options.After).SetProjection(withoutMembers())))
}

func (s *mongoStore) DeleteGroup(ctx context.Context, account, id string) error {
	result, err := s.groups.DeleteOne(ctx, groupKey(account, id))
	if err != nil {
		return err
	}
	if result.DeletedCount == 0 {
		return errNoGroup
	}
	_, err = s.favorites.DeleteMany(ctx,
		bson.D{{"accountId", account}, {"groupId", objectID(id)}})
	return err
}

func (s *mongoStore) AddFavorite(ctx context.Context, account, user, id string) error {
	if err := s.checkGroup(ctx, account, id); err != nil {
		return err
	}
	favorite := favoriteKey(account, user, id)
	_, err := upsert(ctx, s.favorites, favorite, bson.D{{"$setOnInsert", favorite}})
	return err
}

func (s *mongoStore) RemoveFavorite(ctx context.Context, account, user, id string) error {
	if err := s.checkGroup(ctx, account, id); err != nil {
		return err
	}
	_, err := s.favorites.DeleteOne(ctx, favoriteKey(account, user, id))
	return err
}

func (s *mongoStore) PutKPI(ctx context.Context, account, id, name string) (bool, error) {
	return upsert(ctx, s.kpis, bson.D{{"accountId", account}, {"kpiId", id}},
		bson.D{{"$set", bson.D{{"name", name}}}})
}

func (s *mongoStore) AddMember(ctx context.Context, account, user, id, kpi string) error {
	known, err := exists(ctx, s.kpis, bson.D{{"accountId", account}, {"kpiId", kpi}})
	if err != nil {
		return err
	}
	if !known {
		return errNoKPI
	}
	return s.updateMember(ctx, account, id, bson.D{{"$ne", kpi}},
		bson.E{"$push", bson.D{{"members", memberDocument{kpi, user, now()}}}})
}

func (s *mongoStore) RemoveMember(ctx context.Context, account, id, kpi string) error {
	return s.updateMember(ctx, account, id, bson.D{{"$eq", kpi}},
		bson.E{"$pull", bson.D{{"members", bson.D{{"kpiId", kpi}}}}})
}

// updateMember makes the change where the members are as they must be for it, and otherwise none.
func (s *mongoStore) updateMember(ctx context.Context, account, id string, kpi bson.D,
	change bson.E) error {
	result, err := s.groups.UpdateOne(ctx,
		append(groupKey(account, id), bson.E{"members.kpiId", kpi}),
		bson.D{change, {"$inc", bson.D{{"membersVersion", 1}}}})
	if err != nil || result.MatchedCount > 0 {
		return err
	}
	return s.checkGroup(ctx, account, id)
}

func (s *mongoStore) findMembers(ctx context.Context, account, id string) (groupDocument, error) {
	var document groupDocument
	err := s.groups.FindOne(ctx, groupKey(account, id), options.FindOne().
		SetProjection(bson.D{{"members", 1}, {"membersVersion", 1}})).Decode(&document)
	return document, noGroup(err)
}

func (s *mongoStore) ListMembers(ctx context.Context, account, id string, limit int) (
	[]Member, int, error) {
	group, err := s.findMembers(ctx, account, id)
	if err != nil {
		return nil, 0, err
	}
	total := len(group.Members)
	slices.SortFunc(group.Members, func(a, b memberDocument) int {
		return strings.Compare(a.KPIID, b.KPIID)
	})
	page := group.Members[:min(limit, total)]
	ids := make([]string, len(page))
	for i := range page {
		ids[i] = page[i].KPIID
	}
	cursor, err := s.kpis.Find(ctx, bson.D{{"accountId", account}, {"kpiId", bson.D{{"$in", ids}}}})
	if err != nil {
		return nil, 0, err
	}
	var found []struct {
		KPIID string `bson:"kpiId"`
		Name  string `bson:"name"`
	}
	if err := cursor.All(ctx, &found); err != nil {
		return nil, 0, err
	}
	names := make(map[string]string, len(found))
	for _, kpi := range found {
		names[kpi.KPIID] = kpi.Name
	}
	items := make([]Member, len(page))
	for i, member := range page {
		items[i] = Member{member.KPIID, names[member.KPIID], member.AddedByID, Date(member.DateAdded)}
	}
	return items, total, nil
}

func (s *mongoStore) ChangeMembers(ctx context.Context, account, user, id string,
	add, remove []string) (added, removed int, err error) {
	known := int64(0)
	if len(add) > 0 {
		known, err = s.kpis.CountDocuments(ctx,
			bson.D{{"accountId", account}, {"kpiId", bson.D{{"$in", add}}}})
		if err != nil {
			return 0, 0, err
		}
	}
	for {
		group, err := s.findMembers(ctx, account, id)
		if err != nil {
			return 0, 0, err
		}
		if known < int64(len(add)) {
			return 0, 0, errNoKPI
		}
		members, added, removed := changed(group.Members, add, remove, user)
		if added+removed == 0 {
			return 0, 0, nil
		}
		// Whoever changed the members meanwhile has raised the version: then it is done again.
		result, err := s.groups.UpdateOne(ctx,
			append(groupKey(account, id), bson.E{"membersVersion", group.MembersVersion}),
			bson.D{{"$set", bson.D{{"members", members}}}, {"$inc", bson.D{{"membersVersion", 1}}}})
		if err != nil || result.MatchedCount > 0 {
			return added, removed, err
		}
	}
}

func changed(members []memberDocument, add, remove []string, user string) (
	after []memberDocument, added, removed int) {
	unwanted := make(map[string]bool, len(remove))
	for _, kpi := range remove {
		unwanted[kpi] = true
	}
	present := make(map[string]bool, len(members))
	after = make([]memberDocument, 0, len(members)+len(add))
	for _, member := range members {
		present[member.KPIID] = true
		if unwanted[member.KPIID] {
			removed++
		} else {
			after = append(after, member)
		}
	}
	at := now()
	for _, kpi := range add {
		if !present[kpi] {
			after = append(after, memberDocument{kpi, user, at})
			added++
		}
	}
	return after, added, removed
}

func (s *mongoStore) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.client.Disconnect(ctx)
}
