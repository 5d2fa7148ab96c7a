export { linkSecrets } from "./link-secrets";
