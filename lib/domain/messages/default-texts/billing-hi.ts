import type { KindTexts } from "@/lib/domain/message-definition";
import type { BillingKind } from "./billing-words";

export const hiBillingKinds: Record<BillingKind, KindTexts> = {
  invoice_issued: {
    email: {
      subject: "{{gym_name}} का बिल {{invoice_number}}",
      body: "नमस्ते {{first_name}},\n\n{{amount}} का आपका बिल {{invoice_number}} संलग्न है। {{what_to_do}}\n\nअगर कोई बात समझ में न आए, तो हमें लिखें या रिसेप्शन पर पूछें। हम हर पंक्ति समझाएँगे।\n\n{{gym_name}}",
    },
    push: { subject: "बिल {{invoice_number}}", body: "{{amount}}। {{what_to_do}}" },
    sms: "{{gym_name}}: {{amount}} का बिल {{invoice_number}} आपके पेज पर है। {{what_to_do}}",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} का {{amount}} का आपका बिल {{invoice_number}} आपके पेज पर है: {{link}}\n{{what_to_do}}",
  },
  receipt: {
    email: {
      subject: "{{gym_name}} से {{amount}} की रसीद",
      body: "नमस्ते {{first_name}},\n\nधन्यवाद। हमें {{received_on}} को {{amount}} मिले ({{method}})। आपकी रसीद {{receipt_number}} संलग्न है।\n\n{{gym_name}}",
    },
    push: {
      subject: "{{amount}} मिल गए",
      body: "धन्यवाद, {{first_name}}। रसीद {{receipt_number}} आपके पेज पर है।",
    },
    sms: "{{gym_name}}: हमें {{received_on}} को {{amount}} मिले ({{method}})। धन्यवाद! रसीद {{receipt_number}}।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} को {{received_on}} को {{amount}} मिले ({{method}})। धन्यवाद! रसीद {{receipt_number}}।",
  },
  refund_receipt: {
    email: {
      subject: "{{gym_name}} से {{amount}} की वापसी",
      body: "नमस्ते {{first_name}},\n\nहमने {{refunded_on}} को आपको {{amount}} लौटाए ({{method}})। रसीद {{receipt_number}} संलग्न है।\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} लौटाए गए", body: "{{gym_name}} ने आपको {{amount}} लौटाए। रसीद {{receipt_number}}।" },
    sms: "{{gym_name}}: हमने {{refunded_on}} को आपको {{amount}} लौटाए ({{method}})। रसीद {{receipt_number}}।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} ने {{refunded_on}} को आपको {{amount}} लौटाए ({{method}})। रसीद {{receipt_number}}।",
  },
  credit_note_issued: {
    email: {
      subject: "{{gym_name}} का क्रेडिट नोट {{credit_note_number}}",
      body: "नमस्ते {{first_name}},\n\nहमने आपके खाते में {{amount}} जमा किए हैं। क्रेडिट नोट {{credit_note_number}} संलग्न है। {{what_happens}}\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} जमा किए गए", body: "क्रेडिट नोट {{credit_note_number}}। {{what_happens}}" },
    sms: "{{gym_name}}: आपके लिए {{amount}} जमा किए गए, क्रेडिट नोट {{credit_note_number}}। {{what_happens}}",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} ने क्रेडिट नोट {{credit_note_number}} से आपके खाते में {{amount}} जमा किए हैं। {{what_happens}}",
  },
  freeze_confirmed: {
    email: {
      subject: "आपका {{plan_name}} {{from_on}} से रोका गया है",
      body: "नमस्ते {{first_name}},\n\nहमने आपका {{plan_name}} {{from_on}} से {{until}} तक रोक दिया है। आपका अगला बिल {{next_bill}} आएगा।\n\nअगर आप पहले लौटें, तो रिसेप्शन पर बता दें।\n\n{{gym_name}}",
    },
    push: {
      subject: "आपका विराम पक्का हो गया है",
      body: "{{plan_name}} {{from_on}} से {{until}} तक रुका रहेगा।",
    },
    sms: "{{gym_name}}: आपका {{plan_name}} {{from_on}} से {{until}} तक रुका रहेगा। अगला बिल {{next_bill}} आएगा।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} ने आपका {{plan_name}} {{from_on}} से {{until}} तक रोक दिया है। आपका अगला बिल {{next_bill}} आएगा।",
  },
  plan_change_confirmed: {
    email: {
      subject: "आपका नया प्लान: {{plan_name}}",
      body: "नमस्ते {{first_name}},\n\n{{effective_on}} से आपका प्लान {{plan_name}} है, {{price}} {{interval}}। आपका अगला बिल {{next_bill}} आएगा।\n\nजिन दिनों का भुगतान हो चुका था और जिनका उपयोग नहीं हुआ, उनकी रक़म वापस जमा होती है। बिल या क्रेडिट नोट में हर दिन का हिसाब है।\n\n{{gym_name}}",
    },
    push: { subject: "आपका नया प्लान: {{plan_name}}", body: "{{effective_on}} से, {{price}} {{interval}}।" },
    sms: "{{gym_name}}: {{effective_on}} से आपका प्लान {{plan_name}} है, {{price}} {{interval}}। अगला बिल {{next_bill}} आएगा।",
    whatsapp:
      "नमस्ते {{first_name}}, {{effective_on}} से {{gym_name}} में आपका प्लान {{plan_name}} है, {{price}} {{interval}}। आपका अगला बिल {{next_bill}} आएगा।",
  },
  price_increase_notice: {
    email: {
      subject: "आपके {{plan_name}} की नई क़ीमत",
      body: "नमस्ते {{first_name}},\n\n{{first_bill_on}} से {{gym_name}} में आपके {{plan_name}} की क़ीमत {{old_price}} के बजाय {{new_price}} {{interval}} होगी। {{first_bill_on}} का बिल नई क़ीमत वाला पहला बिल होगा; तब तक कुछ नहीं बदलेगा।\n\nकोई सवाल हो, तो हमें लिखें या रिसेप्शन पर पूछें।\n\n{{gym_name}}",
    },
    push: {
      subject: "आपके {{plan_name}} की नई क़ीमत",
      body: "{{first_bill_on}} से {{old_price}} के बजाय {{new_price}}।",
    },
    sms: "{{gym_name}}: {{first_bill_on}} से आपके {{plan_name}} की क़ीमत {{old_price}} के बजाय {{new_price}} {{interval}} होगी।",
    whatsapp:
      "नमस्ते {{first_name}}, {{first_bill_on}} से {{gym_name}} में आपके {{plan_name}} की क़ीमत {{old_price}} के बजाय {{new_price}} {{interval}} होगी। उस दिन का बिल नई क़ीमत वाला पहला बिल होगा।",
  },
  payment_reminder: {
    email: {
      subject: "{{gym_name}} को आपका भुगतान: {{amount}}",
      body: "नमस्ते {{first_name}},\n\n{{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}\n\nअगर आप भुगतान कर चुके हैं, तो धन्यवाद। तब इस संदेश पर ध्यान न दें।\n\n{{gym_name}}",
    },
    push: { subject: "{{amount}} बाक़ी हैं", body: "{{summary}}" },
    sms: "{{gym_name}}: {{summary}} आप रिसेप्शन पर भुगतान कर सकते हैं। धन्यवाद।",
    whatsapp: "नमस्ते {{first_name}}, {{gym_name}} की ओर से याद दिला रहे हैं। {{summary}}\n\n{{invoices}}\n\n{{how_to_pay}}",
  },
};
