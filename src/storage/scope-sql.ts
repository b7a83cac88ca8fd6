import type { Scope, ScopeClause } from '../domain/permission.ts';
import { Prisma } from './generated/client.ts';

/** `inScope` of domain/permission.ts as a condition on the report table `r`; a property test holds them together. */
export function scopeSql(scope: Scope): Prisma.Sql {
  if (scope.clauses.length === 0) return Prisma.sql`FALSE`;
  const clauses = scope.clauses.map((clause) => clauseSql(clause, scope.person));
  return Prisma.sql`(${Prisma.join(clauses, ' OR ')})`;
}

function clauseSql(clause: ScopeClause, person: string): Prisma.Sql {
  return Prisma.sql`(r.type = ANY(${[...clause.types]}::text[])
    AND r.visibility = ANY(${[...clause.visibilities]}::text[])
    AND ${standsSql(clause, person)})`;
}

function standsSql({ where, unit }: ScopeClause, person: string): Prisma.Sql {
  switch (where) {
    case 'own':
      return Prisma.sql`r.reporter = ${person}`;
    case 'followed':
      return Prisma.sql`r.data->'followers' @> to_jsonb(${person}::text)`;
    case 'under':
      return Prisma.sql`r.line @> ARRAY[${unit}]::text[]`;
    case 'primary':
      return Prisma.sql`r.primary_unit = ${unit}`;
    case 'assigned':
      return Prisma.sql`(r.primary_unit = ${unit} OR r.copies @> ARRAY[${unit}]::text[])`;
    case 'referred':
      return Prisma.sql`r.referrals @> ARRAY[${unit}]::text[]`;
    case 'everywhere':
      return Prisma.sql`TRUE`;
  }
}
