import * as schemas from './schemas.js'

const byId = schemas.params({ id: schemas.groupId })
const byKpiAndId = schemas.params({ kpiId: schemas.kpiId, id: schemas.groupId })
const kpiIds = { type: 'array', items: schemas.kpiId, uniqueItems: true, default: [] }
const manage = { manage: true }

export default async function members(app) {
  const { store } = app

  /** What is thrown for what a store did not find. */
  function check(result) {
    if (result.missing === 'group') throw app.httpErrors.notFound('No such group')
    if (result.missing === 'kpi') throw app.httpErrors.notFound('No such KPI')
    return result
  }

  app.put('/kpis/:kpiId/groups/:id', {
    config: manage, schema: { params: byKpiAndId }
  }, async (request, reply) => {
    const { account, user, params } = request
    check(await store.addMember(account, user.sub, params.id, params.kpiId))
    return reply.send()
  })

  app.delete('/kpis/:kpiId/groups/:id', {
    config: manage, schema: { params: byKpiAndId }
  }, async (request, reply) => {
    const { account, params } = request
    check(await store.removeMember(account, params.id, params.kpiId))
    return reply.send()
  })

  app.get('/kpis/groups/:id/kpis', {
    schema: {
      params: byId,
      querystring: { type: 'object', properties: { limit: schemas.limit } },
      response: { 200: schemas.listOf(schemas.member) }
    }
  }, async (request) => {
    const { account, params, query } = request
    const { items, totalCount } = check(await store.listMembers(account, params.id, query.limit))
    return { count: items.length, items, totalCount }
  })

  app.post('/kpis/groups/:id/kpis/batch', {
    config: manage,
    schema: {
      params: byId,
      body: { type: 'object', properties: { add: kpiIds, remove: kpiIds } },
      response: {
        200: {
          type: 'object',
          properties: {
            added: { type: 'integer' },
            removed: { type: 'integer' },
            unchanged: { type: 'integer' }
          }
        }
      }
    }
  }, async (request) => {
    const { add, remove } = request.body
    const total = add.length + remove.length
    if (total > 1000) throw app.httpErrors.badRequest('At most 1000 KPIs')
    if (new Set([...add, ...remove]).size < total) {
      throw app.httpErrors.badRequest('A KPI is both added and removed')
    }
    const { account, user, params } = request
    const { added, removed } = check(
      await store.changeMembers(account, user.sub, params.id, add, remove)
    )
    return { added, removed, unchanged: total - added - removed }
  })
}
