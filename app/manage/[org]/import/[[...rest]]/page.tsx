import { redirect } from "next/navigation";

type Props = { params: Promise<{ org: string; rest?: string[] }> };

/** The address of imports in earlier messages. They are part of the settings now. */
export default async function FormerImportPage({ params }: Props) {
  const { org, rest = [] } = await params;
  redirect(`/manage/${org}/settings/import${rest.map((part) => `/${encodeURIComponent(part)}`).join("")}`);
}
