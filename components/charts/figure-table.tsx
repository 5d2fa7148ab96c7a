export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <table className="ui-table" data-density="dense" aria-label={label}>
      <thead>
        <tr>
          {table.head.map((title, index) => (
            <th key={title} scope="col" data-align={index > 0 ? "end" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={table.head[index + 1]} data-align="end">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
