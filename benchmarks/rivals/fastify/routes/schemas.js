export const groupId = { type: 'string', pattern: '^[0-9a-f]{24}$' }
// "groups" would be taken for the list of groups in a path.
export const kpiId = { type: 'string', pattern: '^(?!groups$)[A-Za-z0-9_-]{1,64}$' }
export const limit = { type: 'integer', minimum: 1, maximum: 1000, default: 1000 }

const date = { type: 'string', format: 'date-time' }

export const group = {
  type: 'object',
  properties: {
    accountId: { type: 'string' },
    createdById: { type: 'string' },
    dateCreated: date,
    dateUpdated: date,
    favorite: { type: 'boolean' },
    id: { type: 'string' },
    modifiedById: { type: 'string' },
    name: { type: 'string' }
  }
}

export const member = {
  type: 'object',
  properties: {
    kpiId: { type: 'string' },
    name: { type: 'string' },
    addedById: { type: 'string' },
    dateAdded: date
  }
}

export const kpi = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    ownerIds: { type: 'array', items: { type: 'string' } }
  }
}

export const listOf = (items) => ({
  type: 'object',
  properties: {
    count: { type: 'integer' },
    items: { type: 'array', items },
    totalCount: { type: 'integer' }
  }
})

export const params = (properties) => ({ type: 'object', properties })

export const named = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 255 } }
}

/** Runs before the schema looks at the name, so that its length is that of what is stored. */
export async function trimName(request) {
  if (typeof request.body?.name === 'string') request.body.name = request.body.name.trim()
}
