const ID = /^[0-9a-f]{24}$/

/** The sort keys of the last row of a page. */
export function encodeCursor(group, sort) {
  const keys = sort === 'name' ? { name: group.name, id: group.id } : { id: group.id }
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** The sort keys, or undefined when they are not a cursor of this order. */
export function decodeCursor(cursor, sort) {
  try {
    const { name, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits = typeof name === (sort === 'name' ? 'string' : 'undefined')
    return fits && ID.test(id) ? { name, id } : undefined
  } catch {
    return undefined
  }
}
