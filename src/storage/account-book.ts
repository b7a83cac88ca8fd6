import type { Account, AccountBook, KnownAccount } from '../application/ports/accounts.ts';
import type { Account as Row, PrismaClient } from './generated/client.ts';
import { jsonOrNull } from './json.ts';

export function accountBook(db: PrismaClient): AccountBook {
  return {
    async find(account) {
      const row = await db.account.findUnique({ where: { platform_tenant_account: keyOf(account) } });
      return row && knownOf(row);
    },

    async of(platform, person) {
      const rows = await db.account.findMany({ where: { platform, person }, orderBy: { seenAt: 'desc' } });
      return rows.map(knownOf);
    },

    async unreachable(limit) {
      const orderBy = [{ platform: 'asc' as const }, { person: 'asc' as const }];
      const rows = await db.account.findMany({ where: { reachable: false }, orderBy, take: limit });
      return rows.map(knownOf);
    },

    async keep({ person, contact, reachable, language, ...account }, at) {
      const seen = { person, contact: jsonOrNull(contact), reachable, seenAt: new Date(at) };
      const data = { ...seen, ...(language !== undefined && { language }) };
      await db.account.upsert({
        where: { platform_tenant_account: keyOf(account) },
        create: { ...keyOf(account), ...data },
        update: data,
      });
    },

    async speaks(account, language) {
      const other = [{ language: null }, { language: { not: language } }];
      await db.account.updateMany({ where: { ...keyOf(account), OR: other }, data: { language } });
    },

    async forget(account) {
      await db.account.deleteMany({ where: keyOf(account) });
    },
  };
}

function keyOf({ platform, tenant, user }: Account) {
  return { platform, tenant, account: user };
}

function knownOf({ platform, tenant, account, person, contact, reachable, language }: Row): KnownAccount {
  return { platform, tenant, user: account, person, contact: contact as object | null, reachable, language };
}
