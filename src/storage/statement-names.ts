/** Statements of which every number of values makes another are not worth keeping. */
const MOST = 300;

/** They are one message as they are. */
const CONTROL = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|LOCK)\b/;

/** Names under which the database keeps statements parsed and planned; empty for one that it shall not keep. */
export function statementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (CONTROL.test(sql)) return '';
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST) return '';
    const name = `s${String(names.size)}`;
    names.set(sql, name);
    return name;
  };
}
