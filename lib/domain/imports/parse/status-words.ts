import { toSearchText } from "@/lib/values/person-name";
import { remembered } from "./remembered";

const importedStatuses = ["active", "trial", "frozen", "cancelled", "expired", "pending", "overdue"] as const;
export type ImportedStatus = (typeof importedStatuses)[number];

const words: Record<ImportedStatus, string> = {
  active:
    "active|live|current|ok|good|good standing|in good standing|valid|enabled|yes|y|1|true|paid|open|running|aktiv|laufend|gultig|ja|activo|activa|vigente|al dia|si|actif|active|en cours|valide|oui|chalu|सक्रिय",
  trial:
    "trial|trialing|trialling|intro|intro offer|on trial|free trial|probe|probezeit|probemitglied|prueba|en prueba|essai|a l essai",
  frozen:
    "frozen|freeze|paused|pause|on pause|on hold|hold|suspended|suspension|inactive hold|ruhend|pausiert|stillgelegt|ausgesetzt|eingefroren|congelado|congelada|pausado|pausada|suspendido|en pausa|gele|gelee|en pause|suspendu|suspendue",
  cancelled:
    "cancelled|canceled|cancel|terminated|quit|left|closed|resigned|withdrawn|gekundigt|ausgetreten|storniert|beendet|cancelado|cancelada|baja|de baja|dado de baja|resilie|resiliee|annule|annulee",
  expired:
    "expired|ended|lapsed|inactive|former|ex member|past|finished|completed|no|n|0|false|not active|deactivated|abgelaufen|inaktiv|ehemalig|nein|vencido|vencida|caducado|inactivo|inactiva|expire|expiree|inactif|termine|terminee|निष्क्रिय",
  pending:
    "pending|upcoming|future|not started|awaiting|awaiting payment|scheduled|new|on order|ausstehend|zukunftig|wartend|pendiente|por iniciar|futuro|en attente|a venir",
  overdue:
    "overdue|past due|unpaid|delinquent|in arrears|arrears|defaulted|default|bad debt|collections|declined|payment failed|due|uberfallig|ruckstand|im ruckstand|moroso|morosa|impagado|vencido de pago|atrasado|impaye|impayee|en retard|bakaya",
};

const statusOfWord = new Map(
  importedStatuses.flatMap((status) =>
    words[status].split("|").map((word): [string, ImportedStatus] => [word, status]),
  ),
);

/** Maps another system's membership status; null if unknown. */
export const readStatus = remembered((text): ImportedStatus | null => {
  const folded = toSearchText([text.replace(/[’'`]/g, " ").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")]);
  const whole = statusOfWord.get(folded);
  if (whole) return whole;
  // "Active - auto renew", "Not started yet". A first word counts only if it is specific: "no longer with us" is unknown.
  const [first = "", second] = folded.split(" ");
  return statusOfWord.get(`${first} ${second}`) ?? (first.length > 2 ? (statusOfWord.get(first) ?? null) : null);
});
