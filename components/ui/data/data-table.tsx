import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/controls/link";
import { Checkbox } from "@/components/ui/forms/checkbox";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** The URL that sorts by this column. `direction` is set for the current sort column. */
  sort?: { href: string; direction?: "ascending" | "descending" };
  wrap?: boolean;
  /** Tailwind classes of the column's cells, such as "w-40 max-lg:hidden". */
  className?: string;
}

export interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  density?: "default" | "member" | "dense";
  /** The table extends to the edges of the sheet. Its first and last cells keep the gutter. */
  edge?: boolean;
  /** Adds a checkbox to each row; see RowSelection. */
  selectLabel?: (row: Row) => string;
  /** The row on phones, usually a PhoneRow. Without it the table scrolls horizontally. */
  phone?: (row: Row) => ReactNode;
  footer?: ReactNode;
  id?: string;
  className?: string;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, density, edge, selectLabel, phone, footer, id, className } = props;
  const scroll = phone ? {} : { tabIndex: 0, role: "region", "aria-label": label };
  return (
    <>
      <div className={classNames("ui-table-wrap", className)} data-phone={phone ? "list" : undefined} {...scroll}>
        <table className="ui-table" aria-label={label} data-density={density} data-edge={edge ? "" : undefined} id={id}>
          <thead>
            <tr>
              {selectLabel ? (
                <th className="w-10 pr-0">
                  <Checkbox aria-label="Select all on this page" data-select-all="" />
                </th>
              ) : null}
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} data-row={rowKey(row)}>
                {selectLabel ? (
                  <td className="w-10 pr-0">
                    <Checkbox aria-label={selectLabel(row)} data-select-row={rowKey(row)} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-align={column.align}
                    data-wrap={column.wrap ? "" : undefined}
                    className={column.className}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {footer ? <tfoot>{footer}</tfoot> : null}
        </table>
      </div>
      {phone ? (
        <ul className="ui-phone-list" aria-label={label} data-edge={edge ? "" : undefined}>
          {rows.map((row) => (
            <li key={rowKey(row)}>{phone(row)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, align, className, header } = column;
  const Arrow = sort?.direction === "descending" ? ChevronUp : ChevronDown;
  return (
    <th scope="col" data-align={align} aria-sort={sort?.direction} className={className}>
      {sort ? (
        <Link href={sort.href} scroll={false}>
          {header}
          {sort.direction ? <Arrow aria-hidden="true" /> : null}
        </Link>
      ) : (
        header
      )}
    </th>
  );
}
