import { gymOfApp } from "@/app/me/[org]/gym-of-app";
import { appIconSizes, drawAppIcon } from "@/lib/domain/organization";

type Context = { params: Promise<{ org: string; size: string }> };

/** The icon of the installed member pages. The manifest's addresses contain the version of the logo. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { org, size } = await params;
  const known = appIconSizes.find((one) => String(one) === size);
  const gym = known ? await gymOfApp(org) : null;
  if (!known || !gym) return new Response(null, { status: 404 });
  const icon = await drawAppIcon(gym, known);
  return new Response(new Uint8Array(icon), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
}
