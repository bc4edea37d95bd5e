/**
 * The same answers, found again for what was asked before: columns of a file say few different things many times over.
 * It forgets all when it holds `most`, so that a file of nothing but different words fills no memory.
 */
export function remembered<Answer>(find: (text: string) => Answer, most = 5000): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Answer
    if (known.size >= most) known.clear()
    const answer = find(text)
    known.set(text, answer)
    return answer
  }
}
