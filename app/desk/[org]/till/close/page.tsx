import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { tillOf } from "@/app/desk/[org]/till/till-page";
import { pageCaller } from "@/app/page-caller";
import { CloseTill } from "@/components/billing/till/desk/close-till";
import { TillFrame } from "@/components/billing/till/desk/till-frame";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ location?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await pageCaller((await params).org);
  return { title: `Close the till · ${organization?.name}` };
}

export default async function CloseTillPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { here } = await tillOf(org, (await searchParams).location);
  if (!here?.session) redirect(`/desk/${org}/till`);
  return (
    <TillFrame context={here.context}>
      <main className="tl-grid" data-columns="2">
        <CloseTill context={here.context} session={here.session} movements={here.movements} />
      </main>
    </TillFrame>
  );
}
