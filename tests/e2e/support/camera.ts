import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";

const worker = `${process.env.E2E_PORT ?? 3100}-${process.env.TEST_PARALLEL_INDEX ?? 0}`;

/** What Chromium's camera shows in the project "camera", to each worker its own film. Point it somewhere with `filmPicture` before the page asks for the camera. */
export const CAMERA_FILM = join(tmpdir(), `fitflow-camera-${worker}.y4m`);

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;

/** Holds a picture (a screenshot of a member's pass, say) before the camera. */
export async function filmPicture(picture: Buffer): Promise<void> {
  const luma = await sharp(picture)
    .flatten({ background: "#ffffff" })
    .resize(WIDTH, HEIGHT, { fit: "contain", background: "#ffffff" })
    .greyscale()
    .raw()
    .toBuffer();
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, chroma]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  mkdirSync(dirname(CAMERA_FILM), { recursive: true });
  writeFileSync(CAMERA_FILM, Buffer.concat([header, ...Array<Buffer>(FRAMES).fill(frame)]));
}
