import { checkInsDocs } from "./access/check-ins.docs";
import { occupancyDocs } from "./access/occupancy.docs";
import { passesDocs } from "./access/passes.docs";
import { visitStatisticsDocs } from "./access/visit-statistics.docs";
import { accountDocs } from "./billing/account.docs";
import { companiesDocs } from "./billing/companies.docs";
import { creditNotesDocs } from "./billing/credit-notes.docs";
import { invoicesDocs } from "./billing/invoices.docs";
import { ledgerDocs } from "./billing/ledger.docs";
import { legalEntitiesDocs } from "./billing/legal-entities.docs";
import { ownInvoicesDocs } from "./billing/own-invoices.docs";
import { paymentsDocs } from "./billing/payments.docs";
import { receiptsDocs } from "./billing/receipts.docs";
import { refundsDocs } from "./billing/refunds.docs";
import { taxRatesDocs } from "./billing/tax-rates.docs";
import { tillDocs } from "./billing/till.docs";
import type { Contract } from "./contract";
import type { Documented } from "./documented";
import { dunningDocs } from "./dunning/dunning.docs";
import { disputesDocs } from "./gateways/disputes.docs";
import { gatewayEventsDocs } from "./gateways/gateway-events.docs";
import { gatewaySubscriptionsDocs } from "./gateways/gateway-subscriptions.docs";
import { methodSetupsDocs } from "./gateways/method-setups.docs";
import { ownPaymentsDocs } from "./gateways/own-payments.docs";
import { paymentAttemptsDocs } from "./gateways/payment-attempts.docs";
import { paymentGatewaysDocs } from "./gateways/payment-gateways.docs";
import { paymentLinksDocs } from "./gateways/payment-links.docs";
import { paymentMethodsDocs } from "./gateways/payment-methods.docs";
import { payoutsDocs } from "./gateways/payouts.docs";
import { sandboxDocs } from "./gateways/sandbox.docs";
import { accountsDocs } from "./identity/accounts.docs";
import { authDocs } from "./identity/auth.docs";
import { memberInvitationsDocs } from "./identity/member-invitations.docs";
import { signInLinksDocs } from "./identity/sign-in-links.docs";
import { importRowsDocs } from "./imports/import-rows.docs";
import { importsDocs } from "./imports/imports.docs";
import { dashboardDocs } from "./insight/dashboard.docs";
import { gettingStartedDocs } from "./insight/getting-started.docs";
import { meDocs } from "./me/me.docs";
import { memberCardsDocs } from "./members/member-cards.docs";
import { memberMedicalDocs } from "./members/member-medical.docs";
import { memberNotesDocs } from "./members/member-notes.docs";
import { memberPhotosDocs } from "./members/member-photos.docs";
import { memberSegmentsDocs } from "./members/member-segments.docs";
import { membersDocs } from "./members/members.docs";
import { tillSalesDocs } from "./members/till-sales.docs";
import { closuresDocs } from "./memberships/closures.docs";
import { couponsDocs } from "./memberships/coupons.docs";
import { forecastDocs } from "./memberships/forecast.docs";
import { membershipActionsDocs } from "./memberships/membership-actions.docs";
import { membershipLifeDocs } from "./memberships/membership-life.docs";
import { membershipPlansDocs } from "./memberships/membership-plans.docs";
import { membershipsDocs } from "./memberships/memberships.docs";
import { ownMembershipsDocs } from "./memberships/own-memberships.docs";
import { priceIncreasesDocs } from "./memberships/price-increases.docs";
import { priceRulesDocs } from "./memberships/price-rules.docs";
import { devicesDocs } from "./messages/devices.docs";
import { invoiceMailsDocs } from "./messages/invoice-mails.docs";
import { notificationBulkDocs } from "./messages/notification-bulk.docs";
import { notificationPreferencesDocs } from "./messages/notification-preferences.docs";
import { notificationProvidersDocs } from "./messages/notification-providers.docs";
import { notificationTemplatesDocs } from "./messages/notification-templates.docs";
import { notificationsDocs } from "./messages/notifications.docs";
import { priceNoticesDocs } from "./messages/price-notices.docs";
import { staffNoticesDocs } from "./messages/staff-notices.docs";
import { unsubscribeDocs } from "./messages/unsubscribe.docs";
import { locationsDocs } from "./organization/locations.docs";
import { newOrganizationDocs } from "./organization/new-organization.docs";
import { organizationsDocs } from "./organization/organizations.docs";
import { auditDocs } from "./platform/audit.docs";
import { jobsDocs } from "./platform/jobs.docs";
import { liveDocs } from "./platform/live.docs";
import { schedulesDocs } from "./platform/schedules.docs";
import { supportGrantsDocs } from "./platform/support-grants.docs";
import { invitationsDocs } from "./team/invitations.docs";
import { staffDocs } from "./team/staff.docs";

/** All contracts of the public API. The OpenAPI document and the generated tests iterate over them. */
export const documentedContracts: readonly Documented[] = [
  ...accountDocs,
  ...creditNotesDocs,
  ...paymentsDocs,
  ...receiptsDocs,
  ...refundsDocs,
  ...tillDocs,
  ...visitStatisticsDocs,
  ...passesDocs,
  ...meDocs,
  ...occupancyDocs,
  ...liveDocs,
  ...checkInsDocs,
  ...authDocs,
  ...accountsDocs,
  ...signInLinksDocs,
  ...locationsDocs,
  ...auditDocs,
  ...companiesDocs,
  ...ledgerDocs,
  ...legalEntitiesDocs,
  ...taxRatesDocs,
  ...dashboardDocs,
  ...gettingStartedDocs,
  ...devicesDocs,
  ...disputesDocs,
  ...payoutsDocs,
  ...gatewayEventsDocs,
  ...gatewaySubscriptionsDocs,
  ...dunningDocs,
  ...paymentAttemptsDocs,
  ...paymentGatewaysDocs,
  ...paymentLinksDocs,
  ...paymentMethodsDocs,
  ...methodSetupsDocs,
  ...ownPaymentsDocs,
  ...invoicesDocs,
  ...ownInvoicesDocs,
  ...ownMembershipsDocs,
  ...invoiceMailsDocs,
  ...importsDocs,
  ...importRowsDocs,
  ...jobsDocs,
  ...invitationsDocs,
  ...membersDocs,
  ...tillSalesDocs,
  ...memberInvitationsDocs,
  ...memberCardsDocs,
  ...memberMedicalDocs,
  ...memberNotesDocs,
  ...memberPhotosDocs,
  ...memberSegmentsDocs,
  ...closuresDocs,
  ...couponsDocs,
  ...forecastDocs,
  ...membershipPlansDocs,
  ...priceIncreasesDocs,
  ...priceNoticesDocs,
  ...priceRulesDocs,
  ...membershipActionsDocs,
  ...membershipLifeDocs,
  ...membershipsDocs,
  ...notificationBulkDocs,
  ...notificationPreferencesDocs,
  ...notificationTemplatesDocs,
  ...notificationProvidersDocs,
  ...notificationsDocs,
  ...organizationsDocs,
  ...newOrganizationDocs,
  ...sandboxDocs,
  ...schedulesDocs,
  ...staffDocs,
  ...staffNoticesDocs,
  ...supportGrantsDocs,
  ...unsubscribeDocs,
];

export const contracts: readonly Contract[] = documentedContracts.map(({ contract }) => contract);
