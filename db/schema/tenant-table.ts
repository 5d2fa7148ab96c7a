import { getTableColumns, getTableName } from "drizzle-orm";
import type { BuildColumns, BuildExtraConfigColumns } from "drizzle-orm/column-builder";
import {
  foreignKey,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
  pgTable,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, tenantPolicy } from "./columns";
import { organizations } from "./organization/organizations";

type ColumnBuilders = Record<string, PgColumnBuilderBase>;
type Tenant = { organization_id: ReturnType<typeof organizationId> };
type TenantRow = { id: ReturnType<typeof id> } & Tenant;

type Constraints<Name extends string, Columns extends ColumnBuilders> = (
  t: BuildExtraConfigColumns<Name, Columns, "pg">,
) => PgTableExtraConfigValue[];

type Table<Name extends string, Columns extends ColumnBuilders> = Omit<
  PgTableWithColumns<{ name: Name; schema: undefined; columns: BuildColumns<Name, Columns, "pg">; dialect: "pg" }>,
  "enableRLS"
>;

/** A table of an organization. Its rows have an id, to which other tables refer with tenantFk(). */
export function tenantTable<Name extends string, Columns extends ColumnBuilders>(
  name: Name,
  columns: Columns,
  constraints: Constraints<Name, TenantRow & Columns> = () => [],
): Table<Name, TenantRow & Columns> {
  return pgTable(name, { id: id(), organization_id: organizationId(), ...columns }, (t) => [
    unique(`${name}_organization_id_unique`).on(t.organization_id, t.id),
    ...constraints(t),
    tenantPolicy(name, t.organization_id),
  ]).enableRLS();
}

/** A table of an organization whose rows are identified by a natural key, such as a member or a day. */
export function tenantTableWithoutId<Name extends string, Columns extends ColumnBuilders>(
  name: Name,
  columns: Columns,
  constraints: Constraints<Name, Tenant & Columns>,
): Table<Name, Tenant & Columns> {
  return pgTable(name, { organization_id: organizationId(), ...columns }, (t) => [
    ...constraints(t),
    tenantPolicy(name, t.organization_id),
  ]).enableRLS();
}

/** A foreign key that includes the organization, so that a row can refer only to rows of its own organization. */
export function tenantFk(column: PgColumn, target: { organization_id: PgColumn; id: PgColumn }) {
  const table = getTableName(column.table);
  const { organization_id } = getTableColumns(column.table);
  if (!organization_id) throw new Error(`${table} has no organization_id: use references() for ${column.name}.`);
  return foreignKey({
    name: `${table}_${column.name.replace(/(_file)?_id$/, "")}_fk`,
    columns: [organization_id, column],
    foreignColumns: [target.organization_id, target.id],
  });
}

export const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);
