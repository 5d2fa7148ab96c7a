import type { ColumnMapping } from "./fields";
import type { ParsedRow, ParseOptions } from "./imported-row";
import { parseBalance } from "./parse-balance";
import { parseMember } from "./parse-member";
import { parseMembership } from "./parse-membership";
import { RowReader } from "./row-reader";

/** Parses one row of another system's export, or returns all of its problems. */
export const parseRow = (
  cells: readonly string[],
  mapping: ColumnMapping,
  options: ParseOptions & { column_count?: number },
): ParsedRow => {
  const reader = new RowReader(cells, mapping, options);
  const beyond = cells.slice(options.column_count ?? cells.length).filter((cell) => cell.trim() !== "");
  if (beyond.length > 0)
    reader.refuse(
      "row",
      "too_many_cells",
      `This row has ${beyond.length === 1 ? "a cell" : `${beyond.length} cells`} more than the header. Put quotation marks around a text that contains the separator`,
    );
  const member = parseMember(reader, options);
  const membership = parseMembership(reader, member.joined_on, options);
  const balance = parseBalance(reader, options);
  const { problems } = reader;
  if (problems.some(({ severity }) => severity === "error")) return { ok: false, row: null, problems };
  return { ok: true, row: { ...member, membership, balance }, problems };
};
