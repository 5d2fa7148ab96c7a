import { BarcodeDetector, prepareZXingModule } from "barcode-detector/ponyfill";

prepareZXingModule({ overrides: { locateFile: () => "/vendor/zxing-reader.wasm" } });

const detector = new BarcodeDetector({ formats: ["qr_code", "code_128", "ean_13"] });

/** The text of the first code in the video frame, or null. */
export async function readCode(video: HTMLVideoElement): Promise<string | null> {
  const [found] = await detector.detect(video);
  return found?.rawValue || null;
}
