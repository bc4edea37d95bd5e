export interface StrategyRow {
  id: string
  agreement_id: string
  team_id: string
  number: number
  body: string
  baseline: string
  judged_from: string
  state: string
  person_id: string
  registered_at: string
}

export interface JudgementRow {
  id: string
  agreement_id: string
  strategy_id: string
  forum_id: string
  verdict: string
  reasons: string
  figures: string
  judged_again_from: string | null
  person_id: string
  at: string
}

export interface DissentRow {
  judgement_id: string
  delegation_id: string
  reason: string
  person_id: string
  at: string
}

export interface FloorRow {
  id: string
  agreement_id: string
  strategy_id: string
  team_id: string
  state: string
  due_on: string
  answer: string | null
  answered_at: string | null
  by_day: string | null
  method_id: string | null
  in_use_at: string | null
  late_at: string | null
}

export interface StrategyTables {
  strategy: StrategyRow
  judgement: JudgementRow
  dissent: DissentRow
  floor: FloorRow
}
