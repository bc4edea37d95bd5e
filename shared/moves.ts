/** A state machine as a table: each move names the states that it may leave and the one that it reaches. */
export type Moves<State extends string, Move extends string> = Record<Move, { from: readonly State[]; to: State }>

export const mayMove = <State extends string, Move extends string>(
  moves: Moves<State, Move>,
  move: Move,
  state: State,
): boolean => moves[move].from.includes(state)
