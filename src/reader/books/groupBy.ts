/** Groups a list by a name of each of its members; groups and members stay in the list's order. */
export function groupBy<T>(
  list: readonly T[],
  nameOf: (member: T) => string,
): [name: string, members: T[]][] {
  const groups = new Map<string, T[]>();
  for (const member of list) {
    const name = nameOf(member);
    const group = groups.get(name);
    if (group) group.push(member);
    else groups.set(name, [member]);
  }
  return [...groups];
}
