export { advanceImport } from "./advance";
export { discardImport } from "./discard";
export { listImportRows } from "./list-rows";
export { getImport, listImports } from "./read";
export { readImport } from "./reading";
export { checkImport, runImport } from "./start";
export { undoImport } from "./undo";
export { updateImport } from "./update";
export { uploadImport } from "./upload";
