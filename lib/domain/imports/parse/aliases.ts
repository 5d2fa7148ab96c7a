import type { ImportField } from "./fields";

/** What other systems call a field, in the languages their exports are met in; already folded as headers are. */
export const aliases: Record<ImportField, string> = {
  first_name:
    "first name|first|firstname|fname|given name|given names|forename|christian name|preferred name|vorname|rufname|nombre|nombres|primer nombre|prenom|pratham naam|पहला नाम",
  last_name:
    "last name|last|lastname|lname|surname|family name|second name|nachname|familienname|zuname|apellido|apellidos|primer apellido|nom|nom de famille|upnaam|उपनाम",
  full_name:
    "name|full name|fullname|display name|member name|client name|customer name|vollstandiger name|vor und nachname|name vorname|nombre completo|nombre y apellidos|nom complet|nom et prenom|nom prenom|naam|poora naam|नाम|पूरा नाम",
  email:
    "email|e mail|mail|email address|e mail address|email id|mail id|emailid|email 1|primary email|e mail adresse|mailadresse|correo|correo electronico|direccion de correo|courriel|mel|adresse e mail|adresse mail|adresse email|ईमेल",
  mobile:
    "mobile|mobile phone|mobile number|mobile no|mobile num|mob|mob no|cell|cell phone|cellphone|cell number|whatsapp|whatsapp number|whatsapp no|sms|handy|handynummer|mobil|mobilnummer|mobiltelefon|movil|telefono movil|celular|portable|telephone portable|numero de portable|मोबाइल|मोबाइल नंबर",
  phone:
    "phone|phone number|phone no|phone 1|telephone|telephone number|tel|tel no|home phone|work phone|landline|contact number|contact no|contact phone|primary phone|day phone|evening phone|telefon|telefonnummer|rufnummer|festnetz|telefono|numero de telefono|telephone fixe|numero de telephone|phone num|फोन",
  birth_on:
    "birth date|birthdate|date of birth|dob|d o b|birthday|born|born on|birth on|geburtsdatum|geburtstag|geb datum|geboren|geboren am|fecha de nacimiento|fecha nacimiento|nacimiento|cumpleanos|date de naissance|naissance|ne le|janm tithi|जन्म तिथि",
  gender: "gender|sex|geschlecht|anrede|sexo|genero|sexe|genre|ling|लिंग",
  address:
    "address|street|street address|address 1|address 2|address line 1|address line 2|address1|address2|home address|mailing address|postal address|billing address|full address|adresse|anschrift|strasse|strasse und hausnummer|hausnummer|direccion|domicilio|calle|rue|adresse postale|pata|पता",
  city: "city|town|suburb|locality|ort|stadt|wohnort|ciudad|poblacion|localidad|ville|commune|shahar|शहर",
  region: "state|region|province|county|state province|bundesland|provincia|comunidad|departement|राज्य",
  postal_code:
    "zip|zip code|zipcode|postcode|post code|postal code|postal|pin|pin code|pincode|plz|postleitzahl|codigo postal|cp|code postal",
  country: "country|country code|nation|land|pais|pays|देश",
  joined_on:
    "joined|joined on|join date|joining date|date joined|date of joining|doj|member since|customer since|client since|since|signup date|sign up date|signed up|registration date|registered|registered on|created|created at|created on|date created|date added|enrollment date|enrolment date|admission date|eintritt|eintrittsdatum|mitglied seit|beitritt|beitrittsdatum|anmeldedatum|fecha de alta|fecha alta|alta|socio desde|fecha de inscripcion|fecha de registro|date d inscription|inscrit le|membre depuis|date d adhesion|adherent depuis",
  member_code:
    "member code|member id|member no|member number|member num|membership number|membership no|membership id|card|card number|card no|card id|barcode|bar code|barcode id|key tag|keytag|keyfob|fob|fob number|rfid|access code|access card|client id|customer id|customer number|id|admission no|admission number|gr no|reg no|mitgliedsnummer|mitglieds nr|mitgliedsnr|mitglied nr|kundennummer|kartennummer|ausweisnummer|numero de socio|n socio|no socio|num socio|codigo de socio|codigo|numero de tarjeta|numero d adherent|n adherent|n d adherent|no adherent|num adherent|numero de membre|numero de carte|code barre|code barres|code membre",
  location:
    "location|home location|branch|club|home club|gym|studio|site|center|centre|facility|home gym|franchise|standort|filiale|heimstudio|anlage|sede|sucursal|gimnasio|centro|salle|agence|etablissement|shakha",
  tags: "tag|tags|label|labels|group|groups|category|categories|segment|client type|member type|batch|schlagwort|schlagworte|gruppe|gruppen|kategorie|etiqueta|etiquetas|grupo|grupos|categoria|etiquette|etiquettes|groupe|groupes|categorie",
  notes:
    "note|notes|comment|comments|remark|remarks|memo|description|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen|nota|notas|observaciones|comentario|comentarios|remarque|remarques|commentaire|commentaires",
  marketing_consent:
    "marketing consent|marketing|consent|newsletter|opt in|optin|email opt in|marketing opt in|email marketing|accepts marketing|email consent|sms opt in|subscribed|subscribed to emails|promotional emails|werbeeinwilligung|einwilligung|werbung erlaubt|consentimiento|acepta publicidad|boletin|consentement|accepte newsletter|accord marketing",
  emergency_contact_name:
    "emergency contact|emergency contact name|emergency name|emergency contact person|ice|ice name|ice contact|next of kin|next of kin name|notfallkontakt|notfallkontakt name|notfall kontakt|contacto de emergencia|contacto emergencia|nombre contacto de emergencia|contact d urgence|contact urgence|personne a prevenir|nom contact d urgence",
  emergency_contact_phone:
    "emergency contact phone|emergency phone|emergency contact number|emergency contact no|emergency number|emergency no|emergency contact mobile|emergency mobile|ice phone|ice number|next of kin phone|notfallnummer|notfalltelefon|notfallkontakt telefon|notfallkontakt telefonnummer|telefono de emergencia|telefono emergencia|telefono contacto de emergencia|telephone d urgence|telephone urgence|numero d urgence|telephone contact d urgence",
  emergency_contact_relation:
    "emergency contact relation|emergency contact relationship|emergency relationship|emergency relation|next of kin relationship|relationship|relation|notfallkontakt beziehung|beziehung|parentesco|relacion|lien|lien de parente",
  // Forms for adults often ask for the father's name, so it does not imply a guardian.
  guardian_name:
    "guardian|guardian name|guardian s name|parent|parent name|parent s name|parents|parent guardian|parent guardian name|parent or guardian|parent or guardian name|legal guardian|legal guardian name|responsible adult|erziehungsberechtigter|erziehungsberechtigte|erziehungsberechtigte person|eltern|elternteil|name der eltern|tutor|tutor legal|tutora|nombre del tutor|padre madre o tutor|representant legal|responsable legal|nom du responsable legal|parent ou tuteur|abhibhavak|अभिभावक",
  guardian_email:
    "guardian email|guardian s email|guardian e mail|guardian email address|parent email|parent s email|parent e mail|parent email address|parents email|parent guardian email|parent or guardian email|legal guardian email|email eltern|e mail eltern|eltern email|eltern e mail|email del tutor|correo del tutor|email du responsable legal|email parent",
  guardian_phone:
    "guardian phone|guardian s phone|guardian phone number|guardian mobile|guardian number|guardian contact|guardian contact number|guardian contact no|parent phone|parent s phone|parent phone number|parent mobile|parent mobile no|parent number|parent contact|parent contact number|parent contact no|parents phone|parents mobile|parent guardian phone|parent or guardian phone|legal guardian phone|telefon eltern|eltern telefon|handy eltern|telefono del tutor|movil del tutor|telephone du responsable legal|telephone parent",
  plan: "plan|plan name|membership|membership name|membership type|membership plan|member plan|package|package name|package type|contract|contract name|contract type|contract template|subscription|subscription name|subscription plan|product|product name|service|pass|pass name|pricing option|agreement|agreement type|tarif|tarifname|vertrag|vertragsart|mitgliedschaft|abo|abonnement|produkt|membresia|tipo de membresia|tipo de plan|suscripcion|abono|bono|contrato|cuota|paquete|formule|type d abonnement|nom de l abonnement|contrat|forfait|carte",
  status:
    "status|member status|membership status|contract status|plan status|subscription status|account status|client status|state of membership|active|is active|active inactive|mitgliedsstatus|vertragsstatus|aktiv|estado|estado del socio|situacion|activo|statut|etat|actif",
  starts_on:
    "start|start date|starts|starts on|started|membership start|membership start date|membership starts|contract start|contract start date|plan start|plan start date|package start|package start date|subscription start|subscription start date|agreement start|agreement start date|begin date|begin|valid from|from|from date|activation date|effective date|vertragsbeginn|beginn|startdatum|laufzeitbeginn|gultig ab|gultig von|fecha de inicio|fecha inicio|inicio|valido desde|date de debut|date debut|debut|debut du contrat|debut d abonnement|valable du",
  ends_on:
    "end|end date|ends|ends on|ended|expiry|expiry date|expires|expires on|expiration|expiration date|expire date|exp date|membership end|membership end date|membership ends|membership expiry|membership expiration|contract end|contract end date|plan end|plan end date|plan expiry|package end|package end date|package expiry|subscription end|subscription end date|agreement end|agreement end date|valid to|valid until|valid till|valid thru|to date|till|vertragsende|ende|enddatum|laufzeitende|gultig bis|ablaufdatum|fecha de fin|fecha fin|fin|vencimiento|fecha de vencimiento|valido hasta|caducidad|fecha de caducidad|date de fin|date fin|fin du contrat|fin d abonnement|echeance|date d expiration|valable jusqu au",
  next_bill_on:
    "next bill|next bill date|next billing|next billing date|next payment|next payment date|next charge|next charge date|next due|next due date|due date|payment due|payment due date|next invoice|next invoice date|next renewal|next renewal date|renewal|renewal date|renews on|renews|bill date|billing date|next debit|next debit date|next draft date|autopay date|nachste abbuchung|nachste zahlung|nachste rechnung|nachste falligkeit|abbuchungsdatum|falligkeit|fallig am|proximo pago|proximo cobro|fecha de cobro|proxima factura|fecha proximo pago|renovacion|fecha de renovacion|prochaine echeance|prochain prelevement|prochain paiement|prochaine facture|date de prelevement|renouvellement|date de renouvellement",
  price:
    "price|custom price|plan price|membership price|package price|contract price|recurring amount|billing amount|payment amount|amount|rate|fee|fees|monthly fee|monthly price|monthly rate|monthly amount|dues|membership fee|package amount|subscription price|cost|preis|beitrag|monatsbeitrag|mitgliedsbeitrag|monatspreis|betrag|gebuhr|precio|importe|precio mensual|cuota mensual|mensualidad|prix|prix mensuel|montant|mensualite|cotisation|tarif mensuel|shulk",
  discount:
    "discount|discount amount|discount percent|discount percentage|rabatt|nachlass|descuento|remise|reduction|chhoot",
  amount_owed:
    "amount owed|owed|owes|amount due|balance due|balance owing|balance owed|outstanding|outstanding balance|outstanding amount|amount outstanding|arrears|overdue amount|amount overdue|past due amount|unpaid amount|unpaid balance|debt|debit balance|pending amount|offener betrag|offene posten|offener saldo|ruckstand|schulden|importe pendiente|saldo pendiente|deuda|montant du|reste a payer|impayes|solde debiteur|bakaya rashi",
  owed_since:
    "owed since|outstanding since|overdue since|unpaid since|overdue date|debt date|balance due date|arrears since|fallig seit|offen seit|uberfallig seit|pendiente desde|deuda desde|du depuis|impaye depuis",
  account_credit:
    "account credit|credit on account|customer credit|credit amount|prepaid balance|prepaid amount|prepayment|advance|advance amount|wallet|wallet balance|store credit|guthaben|kontoguthaben|saldo a favor|credito a favor|anticipo|avoir|solde crediteur|acompte",
  payment_method:
    "payment method|payment type|payment mode|mode of payment|pay method|pay mode|billing method|billing type|zahlungsart|zahlungsweise|zahlungsmethode|metodo de pago|forma de pago|mode de paiement|moyen de paiement|mode de reglement",
  sessions_left:
    "remaining credits|credits remaining|credits left|credits|credit balance|remaining sessions|sessions remaining|sessions left|remaining visits|visits remaining|visits left|remaining classes|classes remaining|classes left|session balance|punches left|sessions|visits|balance sessions|remaining|restguthaben|restliche einheiten|verbleibende einheiten|guthaben einheiten|resteinheiten|sesiones restantes|clases restantes|creditos restantes|creditos|sesiones pendientes|seances restantes|credits restants|cours restants|solde seances",
  sessions_expire_on:
    "credits expire|credits expiry|credit expiry|credits expiration|credit expiration date|sessions expire|sessions expiry|session expiry date|credits expire on|sessions expire on|pack expiry|guthaben gultig bis|vencimiento de creditos|vencimiento creditos|expiration des credits|expiration credits",
  frozen_from:
    "freeze start|freeze start date|freeze from|frozen from|frozen since|hold start|hold start date|hold from|pause start|pause start date|paused from|paused on|suspension start|suspend date|ruhend seit|ruhend ab|pause ab|pause von|inicio de pausa|inicio congelacion|debut de suspension|debut de pause|debut pause|gel du",
  resumes_on:
    "resume|resume date|resumes|resumes on|freeze end|freeze end date|freeze until|frozen until|freeze resume date|freeze to|hold end|hold end date|hold until|unfreeze date|pause end|pause end date|paused until|pause until|reactivation date|suspension end|return date|ruhend bis|pause bis|reaktivierung|fin de pausa|fecha de reanudacion|reactivacion|fin de suspension|fin de pause|date de reprise|reprise",
  cancels_on:
    "cancel date|cancels on|cancelled on|canceled on|cancelled|canceled|cancelled at|canceled at|cancellation date|cancelation date|date cancelled|date canceled|termination date|terminated on|leave date|left on|quit date|scheduled cancel date|kundigung|kundigungsdatum|gekundigt zum|gekundigt am|austritt|austrittsdatum|fecha de baja|fecha baja|baja|cancelacion|fecha de cancelacion|resiliation|date de resiliation|resilie le|date de depart",
};
