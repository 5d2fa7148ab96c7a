export type { ImageStyle } from "./draw";
export { findImage, imageAnswer, readImage, type StoredImage } from "./read";
export {
  deleteImage,
  insertImage,
  type NewImage,
  type ReplacedImages,
  removeReplaced,
  removesImage,
  storeImage,
} from "./replace";
