export {
  type DateFormat,
  type DateFormatFinding,
  dateFormatEvidence,
  dateFormats,
  detectDateFormat,
} from "./date-format";
export { detectEncoding, type EncodingFinding, encodingDetector, type TextEncoding } from "./detect-encoding";
export { type DuplicateHit, DuplicateIndex } from "./duplicate-index";
export { type ColumnMapping, dateFields, type ImportField, importFields } from "./fields";
export { findHeader, HEADER_WITHIN_ROWS, type Header } from "./find-header";
export type {
  ImportedDiscount,
  ImportedMember,
  ImportedMembership,
  ImportedRow,
  ParsedRow,
  ParseOptions,
  RowProblem,
} from "./imported-row";
export { parseDate } from "./parse-date";
export { parseRow } from "./parse-row";
export { type CsvRow, type CsvSource, detectDelimiter, readRows, UnreadableFile } from "./read-rows";
export { type RecognisedColumn, type RecognisedColumns, recogniseColumns } from "./recognise-columns";
export { type ImportedStatus, importedStatuses, readStatus } from "./status-words";
export { sameName, suggestPlan } from "./suggest-plan";
