export { previewTemplate } from "./preview";
export { listMessageRules, updateMessageRule } from "./rules";
export { listTemplates, resetTemplate, saveTemplate } from "./texts";
