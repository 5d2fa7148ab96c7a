export { advanceImport } from "./advance";
export { getImport, listImportRows, listImports } from "./read";
export { checkImport, runImport } from "./start";
export { undoImport } from "./undo";
export { updateImport } from "./update";
export { uploadImport } from "./upload";
