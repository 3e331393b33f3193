import * as schemas from './schemas.js'

export default async function kpis(app) {
  app.put('/kpis/:kpiId', {
    config: { manage: true },
    preValidation: schemas.trimName,
    schema: {
      params: schemas.params({ kpiId: schemas.kpiId }),
      body: schemas.named,
      response: { '2xx': schemas.kpi }
    }
  }, async (request, reply) => {
    const { account, params, body } = request
    const isNew = await app.store.putKpi(account, params.kpiId, body.name)
    reply.code(isNew ? 201 : 200)
    return { id: params.kpiId, name: body.name, ownerIds: [] }
  })
}
