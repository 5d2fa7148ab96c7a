import { gymOfApp } from "@/app/me/[org]/gym-of-app";

type Context = { params: Promise<{ org: string }> };

/** Makes the member pages of a gym installable. Browsers read it without the session, so it names nothing but the gym. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { org } = await params;
  const gym = await gymOfApp(org);
  if (!gym) return new Response(null, { status: 404 });
  const icon = (size: number, purpose: string) => ({
    src: `/me/${org}/icons/${size}?v=${gym.icon_version}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: `/me/${org}`,
    name: gym.name,
    short_name: gym.name.slice(0, 12).trim(),
    description: `Pass, membership and invoices of ${gym.name}`,
    start_url: `/me/${org}`,
    scope: `/me/${org}`,
    display: "standalone",
    theme_color: gym.brand_color,
    background_color: "#ffffff",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=300" },
  });
}
