import fp from 'fastify-plugin'
import { openMongo } from '../stores/mongo.js'
import { openSqlite } from '../stores/sqlite.js'

export default fp(async (app, { database, mongodb }) => {
  const store = mongodb ? await openMongo(mongodb) : openSqlite(database)
  app.decorate('store', store)
  app.addHook('onClose', () => store.close())
})
