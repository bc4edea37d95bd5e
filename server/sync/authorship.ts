import type { Reader } from '../db/database.ts'

export interface Author {
  clientId: number
  personId: string
  name: string
  delegationId?: string | undefined
}

/**
 * Who wrote under which Yjs client id: the client marks each passage by the id that its text carries. The server bound
 * each id to the person who first wrote with it, so no client can change or forge an answer.
 */
export async function authors(db: Reader, documentId: string): Promise<Author[]> {
  const rows = await db
    .selectFrom('document_client')
    .innerJoin('person', 'person.id', 'document_client.person_id')
    .select(['document_client.client_id', 'document_client.delegation_id', 'person.id as person_id', 'person.name'])
    .where('document_client.document_id', '=', documentId)
    .orderBy('document_client.at')
    .orderBy('document_client.client_id')
    .execute()
  return rows.map((row) => ({
    clientId: row.client_id,
    personId: row.person_id,
    name: row.name,
    delegationId: row.delegation_id ?? undefined,
  }))
}
