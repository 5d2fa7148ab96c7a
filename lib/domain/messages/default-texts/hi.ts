import type { KindTexts } from "@/lib/domain/message-definition";
import type { MessageKind } from "@/lib/values/notifications";
import type { LanguageTexts } from "./language-texts";

/** An SMS in Devanagari has 70 characters instead of 160, so these texts are short. */
export const hi: LanguageTexts = {
  button: "मेरा पेज खोलें",
  for_guardian: "यह संदेश आपको {{full_name}} के अभिभावक के रूप में भेजा गया है।",
  sms_stop: { text: "बंद करने के लिए STOP भेजें।", word: "STOP" },
};

export const hiKinds = {
  welcome: {
    email: {
      subject: "{{gym_name}} में आपका स्वागत है, {{first_name}}",
      body: "नमस्ते {{first_name}},\n\nहमें खुशी है कि आप हमारे साथ जुड़े हैं। आपका {{plan_name}} {{starts_on}} से शुरू हो रहा है, और {{location_name}} की पूरी टीम आपसे मिलने को उत्सुक है।\n\nपहली बार आने पर अपने पेज पर दिया गया पास रिसेप्शन पर दिखाएँ। आपका सदस्य नंबर {{member_code}} है।\n\nजल्द ही मिलते हैं\n{{gym_name}}",
    },
    push: {
      subject: "स्वागत है, {{first_name}}",
      body: "आपका {{plan_name}} {{starts_on}} से शुरू हो रहा है। आपका पास तैयार है।",
    },
    sms: "{{first_name}}, {{gym_name}} में स्वागत है! आपका {{plan_name}} {{starts_on}} से शुरू है।",
    whatsapp:
      "{{first_name}}, {{gym_name}} में आपका स्वागत है! आपका {{plan_name}} {{starts_on}} से शुरू हो रहा है। प्रवेश के लिए आपका पास यहाँ है: {{link}}",
  },
  membership_expiring: {
    email: {
      subject: "आपका {{plan_name}} {{ends_on}} को समाप्त हो रहा है",
      body: "नमस्ते {{first_name}},\n\n{{gym_name}} में आपका {{plan_name}} {{ends_on}} को समाप्त हो रहा है। उस दिन के अंत तक आप सामान्य रूप से आ सकते हैं।\n\nअगर आप आगे भी हमारे साथ रहना चाहें, तो अगली बार आने पर रिसेप्शन पर बता दें। इसमें बस एक मिनट लगेगा।\n\n{{gym_name}}",
    },
    push: {
      subject: "आपका {{plan_name}} {{ends_on}} को समाप्त हो रहा है",
      body: "{{first_name}}, आगे जारी रखना चाहें तो बस रिसेप्शन पर बता दें।",
    },
    sms: "{{first_name}}, {{gym_name}} में आपका {{plan_name}} {{ends_on}} को समाप्त होगा। जारी रखने के लिए बताएँ।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} में आपका {{plan_name}} {{ends_on}} को समाप्त हो रहा है। आगे जारी रखना चाहें तो अगली बार आने पर रिसेप्शन पर बता दें।",
  },
  membership_expired: {
    email: {
      subject: "आपका {{plan_name}} {{ended_on}} को समाप्त हो गया",
      body: "नमस्ते {{first_name}},\n\nआपका {{plan_name}} {{ended_on}} को समाप्त हो गया। हमारे साथ बिताए समय के लिए धन्यवाद।\n\nआपका नंबर और आपका पूरा रिकॉर्ड यहाँ सुरक्षित है। जब भी आप लौटना चाहें, वहीं से शुरू कर सकते हैं।\n\n{{gym_name}}",
    },
    push: {
      subject: "आपका {{plan_name}} समाप्त हो गया है",
      body: "धन्यवाद, {{first_name}}। आप जब चाहें लौट सकते हैं।",
    },
    sms: "{{first_name}}, {{gym_name}} में आपका {{plan_name}} {{ended_on}} को समाप्त हो गया। जब चाहें लौट आएँ।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} में आपका {{plan_name}} {{ended_on}} को समाप्त हो गया। हमारे साथ रहने के लिए धन्यवाद। आप जब चाहें लौट सकते हैं।",
  },
  freeze_ended: {
    email: {
      subject: "आपका {{plan_name}} फिर से शुरू है",
      body: "नमस्ते {{first_name}},\n\nआपका विराम पूरा हुआ: आपका {{plan_name}} {{resumes_on}} से फिर चालू है, और आपका पास पहले की तरह काम करेगा।\n\nफिर से स्वागत है\n{{gym_name}}",
    },
    push: {
      subject: "फिर से स्वागत है, {{first_name}}",
      body: "आपका {{plan_name}} {{resumes_on}} से फिर चालू है।",
    },
    sms: "फिर से स्वागत है, {{first_name}}! {{gym_name}} में आपका {{plan_name}} {{resumes_on}} से चालू है।",
    whatsapp:
      "फिर से स्वागत है, {{first_name}}! आपका विराम पूरा हुआ: {{gym_name}} में आपका {{plan_name}} {{resumes_on}} से फिर चालू है।",
  },
  cancellation_confirmed: {
    email: {
      subject: "आपका रद्दीकरण पक्का हो गया है",
      body: "नमस्ते {{first_name}},\n\nआपके कहने पर हमने आपका {{plan_name}} रद्द कर दिया है। इसका आख़िरी दिन {{last_day_on}} है; तब तक आप पहले की तरह आ सकते हैं। उस दिन तक अभी {{final_amount}} और लिया जाएगा।\n\nअगर उससे पहले आपका मन बदले, तो रिसेप्शन पर बता दें।\n\nहमारे साथ रहने के लिए धन्यवाद\n{{gym_name}}",
    },
    push: {
      subject: "आपका रद्दीकरण पक्का हो गया है",
      body: "आपके {{plan_name}} का आख़िरी दिन {{last_day_on}} है। बाक़ी राशि: {{final_amount}}।",
    },
    sms: "{{gym_name}}: {{first_name}}, आपका {{plan_name}} रद्द हो गया है। आख़िरी दिन {{last_day_on}} है। बाक़ी राशि: {{final_amount}}।",
    whatsapp:
      "नमस्ते {{first_name}}, हमने {{gym_name}} में आपका {{plan_name}} रद्द कर दिया है। इसका आख़िरी दिन {{last_day_on}} है; तब तक आप पहले की तरह आ सकते हैं। बाक़ी राशि: {{final_amount}}।",
  },
  birthday: {
    email: {
      subject: "जन्मदिन मुबारक, {{first_name}}!",
      body: "प्रिय {{first_name}},\n\n{{location_name}} की पूरी टीम की ओर से आपको जन्मदिन की हार्दिक शुभकामनाएँ। आने वाला साल आपके लिए ताक़त और सेहत से भरा हो।\n\nआपका\n{{gym_name}}",
    },
    push: {
      subject: "जन्मदिन मुबारक, {{first_name}}!",
      body: "{{gym_name}} की पूरी टीम की ओर से ताक़त और सेहत भरे साल की शुभकामनाएँ।",
    },
    sms: "जन्मदिन मुबारक, {{first_name}}! {{gym_name}} की पूरी टीम की ओर से शुभकामनाएँ।",
    whatsapp: "जन्मदिन मुबारक, {{first_name}}! {{gym_name}} की पूरी टीम की ओर से ताक़त और सेहत भरे साल की शुभकामनाएँ।",
  },
  re_engagement: {
    email: {
      subject: "हमें आपकी कमी महसूस हो रही है, {{first_name}}",
      body: "नमस्ते {{first_name}},\n\nआपकी पिछली विज़िट {{last_visit_on}} को थी, और {{location_name}} में हमें आपकी कमी महसूस हो रही है।\n\nछोटी शुरुआत सबसे आसान होती है: बस आधा घंटा, अपनी रफ़्तार से। अगर कोई बात आपको रोक रही है, तो हमें बताएँ। हम मिलकर रास्ता निकालेंगे।\n\nजल्द ही मिलते हैं\n{{gym_name}}",
    },
    push: {
      subject: "हमें आपकी कमी महसूस हो रही है, {{first_name}}",
      body: "{{days_away}} दिन हो गए। आधा घंटा भी अच्छी शुरुआत है।",
    },
    sms: "{{first_name}}, {{gym_name}} में आपकी कमी महसूस हो रही है। आधा घंटा भी अच्छी शुरुआत है।",
    whatsapp:
      "नमस्ते {{first_name}}, {{gym_name}} में आपकी पिछली विज़िट {{last_visit_on}} को थी, और हमें आपकी कमी महसूस हो रही है। आधा घंटा भी अच्छी शुरुआत है। जल्द मिलें?",
  },
} satisfies Partial<Record<MessageKind, KindTexts>>;
