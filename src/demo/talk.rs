//! What was said in the conversations of the demonstration. It names nobody.

use entity::quote::Sharing;

/// What does service mean to you?
pub(super) const SERVING: [&str; 6] = [
    "Dat je niet van het kastje naar de muur gaat. Wie het eerst opneemt, zorgt dat het goed komt.\n\nEen paar mensen vinden dat we vooral duidelijk moeten zijn, ook als het antwoord nee is.",
    "Doen wat je belooft. Zeggen wanneer iemand iets hoort, en dan ook bellen. Ook als je nog niets weet.",
    "Luisteren naar wat iemand echt nodig heeft. Vaak komt iemand voor een formulier, en gaat het over geld of eenzaamheid.",
    "Voor collega's klaarstaan is ook dienstverlening: zonder ons draait de balie niet. Dat zien anderen niet altijd.",
    "Begrijpelijke brieven. We krijgen veel telefoon na brieven die wij zelf niet zouden snappen.",
    "Iemand het gevoel geven dat je tijd hebt, ook als je die niet hebt. En eerlijk zijn als het druk is.",
];

/// What do you need to do it well?
pub(super) const NEEDS: [&str; 6] = [
    "Weten wie waarover gaat. De telefoonlijst klopt niet, en in het systeem staan mensen die al lang weg zijn.",
    "Collega's die opnemen. Bij drie afdelingen krijg je na vier uur niemand meer te pakken.",
    "Tijd om even mee te lopen bij een andere afdeling. Wie ooit een dag aan de balie zat, schrijft anders.",
    "Ruimte om iets op te lossen zonder drie handtekeningen. Bij kleine bedragen kan dat best.",
    "Een plek om te oefenen met lastige gesprekken. Nu leer je het alleen doordat het een keer misgaat.",
    "Minder systemen. Voor één melding tikken we dezelfde gegevens drie keer over.",
];

/// What else was said, and agreed.
pub(super) const OTHER: [&str; 4] = [
    "Afspraak: het team maakt zelf een lijst met wie waarover gaat, en hangt die bij de balie. Over een maand kijken we of die nog klopt.",
    "Het bandje duurt bijna twee minuten voordat je iemand spreekt. Kan korter. Uitgezocht wie dat kan aanpassen.",
    "Idee: op maandagochtend een kwartier samen met de balie kijken wat er die week speelt.",
    "Veel herkenning bij meedenken met een aanvrager en toch onpartijdig blijven. Hier willen ze een training over.",
];

/// What somebody said in these words.
pub(super) const QUOTES: [(&str, Sharing); 6] = [
    ("Als ik bel en er neemt niemand op, sta ik daar met een inwoner aan de balie.", Sharing::Inside),
    ("Aanraken is afmaken: wie de vraag krijgt, laat hem niet meer los.", Sharing::Public),
    ("Ik durf het hier te zeggen, maar niet in het overleg.", Sharing::No),
    ("Wij zijn de post. Iedereen kent ons karretje, bijna niemand ons werk.", Sharing::Inside),
    ("Een nee met uitleg is ook goede dienstverlening.", Sharing::Public),
    ("Soms help je iemand het best door de vraag nog een keer te stellen.", Sharing::Inside),
];

/// What the team and its head read.
pub(super) const SUMMARIES: [&str; 4] = [
    "We spraken over bereikbaar zijn voor elkaar. Het team merkt dat inwoners wachten als collega's niet opnemen. Afgesproken is dat iedereen zijn telefoon doorschakelt bij afwezigheid.\n\nOok wil het team vaker horen wat er met een melding gebeurt. Dat nemen we mee naar de andere afdelingen.",
    "Terugbellen kwam het meest terug. Niet de tijd is het probleem, maar dat niemand weet wie het oppakt. Het team probeert een maand lang één lijst, en kijkt dan of het werkt.",
    "Het team wil meedenken met aanvragers zonder te veel te beloven. Er is behoefte aan oefenen met lastige gesprekken. De begeleider zoekt uit welke training daarbij past.",
    "Wat de balie weet van de rest kan beter. Twee collega's lopen een ochtend mee, en vertellen daarna in het werkoverleg wat zij zagen. Over drie maanden vragen we wat het opleverde.",
];
