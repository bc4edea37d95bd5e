export interface MethodTextRow {
  team_id: string
  agreement_id: string
  document_id: string
  title: string
  created_at: string
}

export interface MethodTextTables {
  method_text: MethodTextRow
}
