import { visitorCaller } from "@/app/page-caller";
import { readGymCard } from "@/lib/domain/identity";
import { Problem } from "@/lib/kernel/errors";

/** What the installed app shows of a gym. `icon_version` changes with the logo and the colour. Null without such a gym. */
export async function gymOfApp(slug: string) {
  try {
    const gym = await readGymCard(await visitorCaller(), { slug });
    return { ...gym, icon_version: `${gym.logo_file_id ?? "name"}-${gym.brand_color.slice(1)}` };
  } catch (error) {
    if (error instanceof Problem && (error.code === "not_found" || error.code === "invalid_input")) return null;
    throw error;
  }
}
