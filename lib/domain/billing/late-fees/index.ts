export { lateFees } from "./late-fees";
