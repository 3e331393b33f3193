import Fastify from 'fastify'
import sensible from '@fastify/sensible'
import auth from './plugins/auth.js'
import store from './plugins/store.js'
import groups from './routes/groups.js'
import kpis from './routes/kpis.js'
import members from './routes/members.js'

export async function buildApp({ publicKey, database, mongodb }) {
  const app = Fastify()

  await app.register(sensible)
  await app.register(auth, { publicKey })
  await app.register(store, { database, mongodb })

  await app.register(
    async (api) => {
      api.addHook('onRequest', api.authenticate)
      api.addHook('onRequest', api.authorize)
      await api.register(groups)
      await api.register(members)
      await api.register(kpis)
    },
    { prefix: '/api/v1' }
  )
  return app
}
