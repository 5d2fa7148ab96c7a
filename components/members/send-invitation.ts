import { api } from "@/lib/client/api";
import { inviteMember } from "@/lib/client/endpoints/identity";

type Show = (toast: { tone: "bad"; message: string }) => void;

/** After a sale or a new member: the invitation is an extra. If it fails, the page says so, and the rest stays. */
export async function sendInvitation(organization: string, member: { id: string; first_name: string }, show: Show) {
  try {
    await api(inviteMember, { id: member.id }, { organization });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "Try again on the member’s page.";
    show({ tone: "bad", message: `${member.first_name} was not invited. ${reason}` });
  }
}
