import fp from 'fastify-plugin'
import jwt from '@fastify/jwt'

export default fp(async (app, { publicKey }) => {
  await app.register(jwt, {
    secret: { public: publicKey },
    verify: { algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }
  })

  app.decorateRequest('account', '')

  app.decorate('authenticate', async (request) => {
    try {
      await request.jwtVerify()
    } catch (error) {
      // The plugin has no status of its own for some refusals, as of a wrong algorithm.
      throw app.httpErrors.unauthorized(error.message)
    }
  })

  app.decorate('authorize', async (request) => {
    const account = request.headers['gtmhub-accountid']
    if (!account) throw app.httpErrors.badRequest('The header gtmhub-accountId is missing')
    const { accounts = [], permissions = [] } = request.user
    if (!accounts.includes(account)) throw app.httpErrors.forbidden('Not your account')

    const manages = permissions.includes('kpis:manage')
    const { manage, favorite } = request.routeOptions.config
    const allowed = manages || favorite || (!manage && permissions.includes('kpis:read'))
    if (!allowed) throw app.httpErrors.forbidden('Not permitted')
    request.account = account
  })
})
