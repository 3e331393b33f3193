import * as schemas from './schemas.js'
import { decodeCursor, encodeCursor } from './cursor.js'

const byId = schemas.params({ id: schemas.groupId })
const manage = { manage: true }

export default async function groups(app) {
  const { store } = app
  const notFound = () => app.httpErrors.notFound('No such group')

  app.get('/kpis/groups', {
    schema: {
      querystring: {
        type: 'object',
        properties: {
          limit: schemas.limit,
          sort: { type: 'string', enum: ['id', 'name'], default: 'id' },
          q: { type: 'string', maxLength: 255 },
          favorite: { type: 'boolean', enum: [true] },
          cursor: { type: 'string', maxLength: 4096 }
        }
      },
      response: { 200: schemas.listOf(schemas.group) }
    }
  }, async (request, reply) => {
    const { limit, sort, q, favorite } = request.query
    let after
    if (request.query.cursor !== undefined) {
      after = decodeCursor(request.query.cursor, sort)
      if (!after) throw app.httpErrors.badRequest('cursor is not one of ours')
    }
    // One more than asked for tells whether there is a next page.
    const { items, totalCount } = await store.listGroups(request.account, request.user.sub, {
      limit: limit + 1, sort, q, favorite, after
    })
    if (items.length > limit) {
      items.pop()
      const query = new URLSearchParams({
        ...request.query, cursor: encodeCursor(items.at(-1), sort)
      })
      reply.header('link', `</api/v1/kpis/groups?${query}>; rel="next"`)
    }
    return { count: items.length, items, totalCount }
  })

  app.get('/kpis/groups/:id', {
    schema: { params: byId, response: { 200: schemas.group } }
  }, async (request) => {
    const group = await store.getGroup(request.account, request.user.sub, request.params.id)
    if (!group) throw notFound()
    return group
  })

  app.post('/kpis/groups', {
    config: manage,
    preValidation: schemas.trimName,
    schema: { body: schemas.named, response: { 201: schemas.group } }
  }, async (request, reply) => {
    const group = await store.createGroup(request.account, request.user.sub, request.body.name)
    reply.code(201).header('location', `/api/v1/kpis/groups/${group.id}`)
    return group
  })

  app.patch('/kpis/groups/:id', {
    config: manage,
    preValidation: schemas.trimName,
    schema: { params: byId, body: schemas.named, response: { 200: schemas.group } }
  }, async (request) => {
    const { account, user, params, body } = request
    const group = await store.renameGroup(account, user.sub, params.id, body.name)
    if (!group) throw notFound()
    return group
  })

  app.delete('/kpis/groups/:id', {
    config: manage, schema: { params: byId }
  }, async (request, reply) => {
    if (!(await store.deleteGroup(request.account, request.params.id))) throw notFound()
    return reply.send()
  })

  app.put('/kpis/groups/:id/favorite', {
    config: { favorite: true }, schema: { params: byId }
  }, async (request, reply) => {
    const { account, user, params } = request
    if (!(await store.addFavorite(account, user.sub, params.id))) throw notFound()
    return reply.send()
  })

  app.delete('/kpis/groups/:id/favorite', {
    config: { favorite: true }, schema: { params: byId }
  }, async (request, reply) => {
    const { account, user, params } = request
    if (!(await store.removeFavorite(account, user.sub, params.id))) throw notFound()
    return reply.send()
  })
}
