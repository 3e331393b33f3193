import { MongoClient, ObjectId } from 'mongodb'

const DUPLICATE_KEY = 11000

function toGroup(document, favorite) {
  const { _id, accountId, createdById, dateCreated, dateUpdated, modifiedById, name } = document
  return {
    accountId, createdById, dateCreated, dateUpdated, favorite,
    id: _id.toHexString(), modifiedById, name
  }
}

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Members are kept in their group, so that a change of several is one atomic update. */
export async function openMongo(uri) {
  const client = new MongoClient(uri, { writeConcern: { w: 'majority', journal: true } })
  await client.connect()
  const db = client.db()
  const groups = db.collection('groups')
  const kpis = db.collection('kpis')
  const favorites = db.collection('favorites')
  await groups.createIndex({ accountId: 1, _id: 1 })
  await groups.createIndex({ accountId: 1, name: 1, _id: 1 })
  await kpis.createIndex({ accountId: 1, kpiId: 1 }, { unique: true })
  await favorites.createIndex({ accountId: 1, userId: 1, groupId: 1 }, { unique: true })
  await favorites.createIndex({ accountId: 1, groupId: 1 })

  const withoutMembers = { projection: { members: 0 } }
  const key = (accountId, id) => ({ _id: new ObjectId(id), accountId })
  const onlyId = { projection: { _id: 1 } }

  async function groupExists(account, id) {
    return (await groups.findOne(key(account, id), onlyId)) !== null
  }

  async function isFavorite(accountId, userId, id) {
    const query = { accountId, userId, groupId: new ObjectId(id) }
    return (await favorites.findOne(query, onlyId)) !== null
  }

  /** Whether it was new. Two upserts at once may both try to insert: the second then updates. */
  async function upsert(collection, filter, update) {
    try {
      return (await collection.updateOne(filter, update, { upsert: true })).upsertedCount > 0
    } catch (error) {
      if (error.code !== DUPLICATE_KEY) throw error
      await collection.updateOne(filter, update)
      return false
    }
  }

  return {
    async listGroups(accountId, userId, { limit, sort, q, favorite, after }) {
      const matches = { accountId }
      if (q) matches.name = { $regex: escapeRegExp(q), $options: 'i' }
      if (favorite) {
        const own = await favorites.find({ accountId, userId }).toArray()
        matches._id = { $in: own.map(({ groupId }) => groupId) }
      }
      const conditions = [matches]
      if (after) {
        const afterId = { _id: { $gt: new ObjectId(after.id) } }
        conditions.push(sort === 'name'
          ? { $or: [{ name: { $gt: after.name } }, { name: after.name, ...afterId }] }
          : afterId)
      }
      const [documents, totalCount] = await Promise.all([
        groups.find({ $and: conditions }, withoutMembers)
          .sort(sort === 'name' ? { name: 1, _id: 1 } : { _id: 1 }).limit(limit).toArray(),
        groups.countDocuments(matches)
      ])
      const groupIds = documents.map(({ _id }) => _id)
      const marked = await favorites
        .find({ accountId, userId, groupId: { $in: groupIds } }).toArray()
      const markedIds = new Set(marked.map(({ groupId }) => groupId.toHexString()))
      const items = documents.map((found) => toGroup(found, markedIds.has(found._id.toHexString())))
      return { items, totalCount }
    },

    async getGroup(account, user, id) {
      const [found, favorite] = await Promise.all([
        groups.findOne(key(account, id), withoutMembers), isFavorite(account, user, id)])
      return found ? toGroup(found, favorite) : undefined
    },

    async createGroup(accountId, user, name) {
      const now = new Date()
      const group = {
        _id: new ObjectId(), accountId, name, createdById: user, dateCreated: now,
        modifiedById: user, dateUpdated: now, members: [], membersVersion: 0
      }
      await groups.insertOne(group)
      return toGroup(group, false)
    },

    async renameGroup(account, user, id, name) {
      const [found, favorite] = await Promise.all([
        groups.findOneAndUpdate(key(account, id),
          { $set: { name, modifiedById: user, dateUpdated: new Date() } },
          { ...withoutMembers, returnDocument: 'after' }),
        isFavorite(account, user, id)
      ])
      return found ? toGroup(found, favorite) : undefined
    },

    async deleteGroup(accountId, id) {
      const { deletedCount } = await groups.deleteOne(key(accountId, id))
      if (deletedCount === 0) return false
      await favorites.deleteMany({ accountId, groupId: new ObjectId(id) })
      return true
    },

    async addFavorite(accountId, userId, id) {
      if (!(await groupExists(accountId, id))) return false
      const favorite = { accountId, userId, groupId: new ObjectId(id) }
      await upsert(favorites, favorite, { $setOnInsert: favorite })
      return true
    },

    async removeFavorite(accountId, userId, id) {
      if (!(await groupExists(accountId, id))) return false
      await favorites.deleteOne({ accountId, userId, groupId: new ObjectId(id) })
      return true
    },

    putKpi(accountId, kpiId, name) {
      return upsert(kpis, { accountId, kpiId }, { $set: { name } })
    },

    async addMember(account, user, id, kpiId) {
      if ((await kpis.findOne({ accountId: account, kpiId }, onlyId)) === null) {
        return { missing: (await groupExists(account, id)) ? 'kpi' : 'group' }
      }
      const { matchedCount } = await groups.updateOne(
        { ...key(account, id), 'members.kpiId': { $ne: kpiId } },
        {
          $push: { members: { kpiId, addedById: user, dateAdded: new Date() } },
          $inc: { membersVersion: 1 }
        })
      return matchedCount > 0 || (await groupExists(account, id)) ? {} : { missing: 'group' }
    },

    async removeMember(account, id, kpiId) {
      const { matchedCount } = await groups.updateOne(
        { ...key(account, id), 'members.kpiId': kpiId },
        { $pull: { members: { kpiId } }, $inc: { membersVersion: 1 } })
      return matchedCount > 0 || (await groupExists(account, id)) ? {} : { missing: 'group' }
    },

    async listMembers(accountId, id, limit) {
      const group = await groups.findOne(key(accountId, id), { projection: { members: 1 } })
      if (!group) return { missing: 'group' }
      const all = group.members.sort((a, b) => (a.kpiId < b.kpiId ? -1 : 1))
      const items = all.slice(0, limit)
      const kpiIds = items.map(({ kpiId }) => kpiId)
      const names = new Map()
      for await (const kpi of kpis.find({ accountId, kpiId: { $in: kpiIds } })) {
        names.set(kpi.kpiId, kpi.name)
      }
      for (const item of items) item.name = names.get(item.kpiId)
      return { items, totalCount: all.length }
    },

    async changeMembers(accountId, user, id, add, remove) {
      const known = await kpis.countDocuments({ accountId, kpiId: { $in: add } })
      for (;;) {
        const group = await groups.findOne(key(accountId, id),
          { projection: { members: 1, membersVersion: 1 } })
        if (!group) return { missing: 'group' }
        if (known < add.length) return { missing: 'kpi' }

        const present = new Set(group.members.map(({ kpiId }) => kpiId))
        const dateAdded = new Date()
        const added = add.filter((kpiId) => !present.has(kpiId))
          .map((kpiId) => ({ kpiId, addedById: user, dateAdded }))
        const removed = new Set(remove.filter((kpiId) => present.has(kpiId)))
        if (added.length === 0 && removed.size === 0) return { added: 0, removed: 0 }

        // Whoever changed the members meanwhile has raised the version: then it is done again.
        const kept = group.members.filter(({ kpiId }) => !removed.has(kpiId))
        const { matchedCount } = await groups.updateOne(
          { ...key(accountId, id), membersVersion: group.membersVersion },
          { $set: { members: [...kept, ...added] }, $inc: { membersVersion: 1 } })
        if (matchedCount > 0) return { added: added.length, removed: removed.size }
      }
    },

    close() {
      return client.close()
    }
  }
}
