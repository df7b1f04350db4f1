/** How registers of permits, audit findings and incidents head their columns. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const permitNumberAliases = phrases(
  'permit | permit number | permit no | permit id | license | license number | licence number | certificate number | registration number | genehmigung | genehmigungsnummer | bescheid | bescheidnummer | aktenzeichen | erlaubnis | permis | numero de permis | autorisation | numero d autorisation | permiso | numero de permiso | licencia | numero de licencia | autorizacion',
  'licenca | numero da licenca | autorizacao | alvara | autorizzazione | numero autorizzazione | permesso | vergunning | vergunningnummer | zezwolenie | numer zezwolenia | pozwolenie | numer pozwolenia | tillstand | tillstandsnummer | izin no | izin numarasi | ruhsat | ruhsat no | ruhsat numarasi',
);

export const permitNameAliases = phrases(
  'permit name | name | description | title | permit description | subject | bezeichnung | gegenstand | titel | intitule | objet | designation | nombre | descripcion | objeto | nome | descricao | descrizione | oggetto | omschrijving | onderwerp | naam | nazwa | przedmiot | opis | namn | benamning | ad | konu | aciklama',
);

export const permitTypeAliases = phrases(
  'permit type | license type | type | program | genehmigungsart | art | type de permis | type d autorisation | tipo de permiso | tipo de licencia | tipo de licenca | tipo autorizzazione | vergunningtype | soort vergunning | rodzaj zezwolenia | rodzaj pozwolenia | tillstandstyp | izin turu | ruhsat turu',
);

export const authorityAliases = phrases(
  'authority | issuing authority | agency | issued by | regulator | permitting authority | behorde | ausstellende behorde | genehmigungsbehorde | autorite | autorite competente | delivre par | autoridad | organismo | autoridad competente | emitido por | autoridade | orgao | orgao emissor | autorita | ente | rilasciato da | ente competente | instantie | bevoegd gezag | afgegeven door | organ | organ wydajacy | wydane przez | myndighet | tillstandsmyndighet | utfardad av | kurum | veren kurum | yetkili makam',
);

export const permitIssuedAliases = phrases(
  'issued | issue date | issued on | effective date | valid from | date issued | ausgestellt am | ausstellungsdatum | gultig ab | bescheiddatum | date de delivrance | delivre le | valable du | fecha de emision | valido desde | vigente desde | data de emissao | valido a partir de | data rilascio | data di rilascio | valido dal | afgiftedatum | geldig vanaf | data wydania | wazne od | utfardad | giltig fran | utfardandedatum | verilis tarihi | gecerlilik baslangici',
);

export const permitExpiresAliases = phrases(
  'expires | expiry date | expiration date | expiration | expires on | valid until | valid to | valid through | expiry | gultig bis | ablaufdatum | befristet bis | lauft ab am | date d expiration | expire le | valable jusqu au | fin de validite | date de fin de validite | fecha de vencimiento | vence el | vigencia hasta | valido hasta | fecha de caducidad | caduca el',
  'data de validade | valido ate | validade | vence em | data scadenza | data di scadenza | scade il | valido fino al | scadenza | vervaldatum | geldig tot | verloopt op | data waznosci | wazne do | wygasa | termin waznosci | giltig till | utgangsdatum | gar ut | giltighetstid | gecerlilik tarihi | bitis tarihi | son gecerlilik tarihi | gecerlilik bitis',
);

export const renewByAliases = phrases(
  'renew by | renewal date | submit by | renewal due | renewal application due | renewal deadline | verlangerung bis | antrag bis | renouveler avant | date de renouvellement | renovar antes de | fecha de renovacion | renovar ate | data de renovacao | rinnovo entro | data rinnovo | verlengen voor | verlengingsdatum | odnowic do | data odnowienia | fornyas senast | fornyelsedatum | yenileme tarihi',
);

export const complianceOwnerAliases = phrases(
  'owner | responsible | responsible person | assigned to | action owner | verantwortlich | verantwortlicher | zustandig | responsable | pilote | charge de | responsable | encargado | responsavel | encarregado | responsabile | incaricato | verantwoordelijke | eigenaar | odpowiedzialny | osoba odpowiedzialna | wlasciciel | ansvarig | sorumlu | sorumlu kisi',
);

export const complianceStatusAliases = phrases('status | state | statut | etat | estado | situacao | stato | stan | durum');

export const parameterAliases = phrases(
  'parameter | limited parameter | pollutant | substance | parametre | polluant | parametro | contaminante | poluente | inquinante | sostanza | stof | parametr | zanieczyszczenie | schadstoff | fororening | kirletici | parametre adi',
);

export const limitValueAliases = phrases(
  'limit | limit value | emission limit | permit limit | grenzwert | emissionsgrenzwert | valeur limite | valor limite | limite | limite de emision | limite de emissao | valore limite | limite di emissione | grenswaarde | emissiegrenswaarde | wartosc dopuszczalna | wartosc graniczna | gransvarde | utslappsgrans | sinir deger | limit deger',
);

export const limitUnitAliases = phrases(
  'limit unit | unit | unit of measure | einheit | unite | unidad | unidade | unita | eenheid | jednostka | enhet | birim',
);

export const siteAliases = phrases(
  'location | site | facility | area | place | emission point | ort | standort | anlage | bereich | lieu | site | emplacement | lugar | ubicacion | planta | instalacion | local | localizacao | luogo | sito | sede | locatie | plaats | miejsce | lokalizacja | plats | anlaggning | yer | konum | tesis',
);

export const findingNumberAliases = phrases(
  'finding | finding number | finding id | nonconformance number | nonconformity number | ncr | ncr number | ncr no | car number | capa | capa number | observation number | feststellung | feststellungsnummer | abweichung | abweichungsnummer | constat | numero de constat | non conformite | numero de non conformite | hallazgo | numero de hallazgo | no conformidad | numero de no conformidad',
  'achado | numero do achado | nao conformidade | numero da nao conformidade | rilievo | numero rilievo | non conformita | numero non conformita | bevinding | bevindingnummer | afwijking | afwijkingsnummer | niezgodnosc | numer niezgodnosci | ustalenie | avvikelse | avvikelsenummer | bulgu | bulgu no | uygunsuzluk | uygunsuzluk no',
);

export const auditAliases = phrases(
  'audit | audit name | audit number | audit type | audit id | auditnummer | auditart | audit interne | type d audit | auditoria | numero de auditoria | tipo de auditoria | auditoria numero | numero audit | tipo di audit | auditnaam | audyt | numer audytu | rodzaj audytu | revision | revisionsnummer | denetim | denetim no | denetim turu',
);

export const findingDateAliases = phrases(
  'audit date | finding date | date found | date raised | date | date identified | auditdatum | feststellungsdatum | datum | date de l audit | date d audit | date du constat | date | fecha de auditoria | fecha del hallazgo | fecha | data da auditoria | data do achado | data | data audit | data rilievo | datum bevinding | data audytu | data stwierdzenia | revisionsdatum | denetim tarihi | bulgu tarihi | tarih',
);

export const findingTextAliases = phrases(
  'finding text | finding description | description | observation | details | statement | title | beschreibung | beobachtung | feststellungstext | description du constat | observation | descripcion | observacion | descripcion del hallazgo | descricao | observacao | descrizione | osservazione | omschrijving | waarneming | opis | opis niezgodnosci | obserwacja | beskrivning | iakttagelse | aciklama | bulgu aciklamasi',
);

export const gradeAliases = phrases(
  'grade | classification | category | severity | finding type | major minor | nc type | einstufung | klassifizierung | bewertung | classement | gravite | gravedad | clasificacion | tipo de hallazgo | classificacao | gravidade | classificazione | gravita | classificatie | ernst | klasyfikacja | klasa | klassning | allvarlighetsgrad | derece | siniflandirma | onem derecesi',
);

export const clauseAliases = phrases(
  'clause | standard clause | requirement | reference | standard | norm | normabschnitt | anforderung | kapitel | chapitre | exigence | norme | clausula | requisito | requisito norma | punto norma | clausola | requisito | eis | normelement | punkt normy | wymaganie | krav | standardkrav | madde | standart maddesi',
);

export const complianceDueAliases = phrases(
  'due | due date | deadline | target date | action due | fallig am | frist | zieltermin | termin | echeance | date d echeance | delai | date limite | fecha limite | vencimiento | plazo | fecha compromiso | prazo | data limite | data prevista | scadenza | termine | entro il | uiterste datum | deadline | termin realizacji | termin wykonania | forfallodatum | senast | son tarih | termin tarihi | hedef tarih',
);

export const complianceClosedAliases = phrases(
  'closed | closed on | closed date | date closed | closure date | completed | completion date | completed on | geschlossen am | erledigt am | abgeschlossen am | cloture le | date de cloture | solde le | fecha de cierre | cerrado el | data de encerramento | encerrado em | data chiusura | chiuso il | gesloten op | afgesloten op | data zamkniecia | zamknieto | stangd | avslutad | kapanis tarihi | kapatilma tarihi',
);

export const actionAliases = phrases(
  'action | corrective action | action taken | corrective actions | remedial action | measure | massnahme | korrekturmassnahme | abhilfemassnahme | action corrective | mesure | mesure corrective | accion | accion correctiva | medida correctiva | acao | acao corretiva | azione | azione correttiva | actie | corrigerende maatregel | maatregel | dzialanie | dzialanie korygujace | atgard | korrigerande atgard | faaliyet | duzeltici faaliyet',
);

export const rootCauseAliases = phrases(
  'root cause | cause | ursache | grundursache | cause racine | cause | causa raiz | causa | causa radice | oorzaak | grondoorzaak | przyczyna | przyczyna zrodlowa | grundorsak | orsak | kok neden | neden',
);

export const repeatAliases = phrases(
  'repeat | repeat finding | recurring | wiederholung | wiederholungsfeststellung | recurrent | repetition | repetido | recurrente | reincidente | repetida | ripetuto | ricorrente | herhaling | powtorzone | powtarzajace sie | upprepad | aterkommande | tekrar | tekrarlayan',
);

export const incidentNumberAliases = phrases(
  'incident | incident number | incident id | incident no | accident number | accident id | case number | case no | event number | near miss number | vorfall | vorfallnummer | unfall | unfallnummer | ereignisnummer | numero d incident | numero d accident | incident numero | incidente | numero de incidente | accidente | numero de accidente',
  'acidente | numero do incidente | numero do acidente | numero incidente | infortunio | numero infortunio | incidentnummer | ongeval | ongevalsnummer | zdarzenie | numer zdarzenia | wypadek | numer wypadku | incydent | handelse | handelsenummer | olycka | olycksnummer | tillbud | olay no | kaza | kaza no | olay numarasi',
);

export const incidentDateAliases = phrases(
  'incident date | date of incident | accident date | date of accident | date of injury | injury date | event date | occurred on | date occurred | date | unfalldatum | vorfallsdatum | ereignisdatum | datum | date de l incident | date de l accident | date d accident | date | fecha del incidente | fecha del accidente | fecha | data do incidente | data do acidente | data | data incidente | data infortunio | datum incident | datum ongeval | data zdarzenia | data wypadku | handelsedatum | olycksdatum | olay tarihi | kaza tarihi | tarih',
);

export const incidentKindAliases = phrases(
  'kind | incident type | type of incident | accident type | event type | classification | case classification | incident category | vorfallart | unfallart | ereignisart | type d incident | type d accident | nature de l evenement | tipo de incidente | tipo de accidente | tipo de evento | tipo de acidente | tipo di incidente | tipo di infortunio | tipo evento | incidenttype | soort incident | soort ongeval | rodzaj zdarzenia | rodzaj wypadku | handelsetyp | typ av handelse | olay turu | kaza turu',
);

export const incidentTextAliases = phrases(
  'what happened | description | incident description | event description | details | hergang | unfallhergang | beschreibung | vorfallbeschreibung | description de l incident | description de l accident | circonstances | descripcion | descripcion del incidente | descripcion del accidente | descricao | descricao do incidente | descrizione | descrizione incidente | dinamica | omschrijving | toedracht | opis | opis zdarzenia | przebieg | beskrivning | handelsebeskrivning | aciklama | olay aciklamasi',
);

export const recordableAliases = phrases(
  'recordable | osha recordable | is recordable | reportable | meldepflichtig | registrable | declarable | accident declare | registrable osha | registravel | denunciabile | registreerbaar | meldingsplichtig | podlega rejestracji | anmalningspliktig | kayda gecer | bildirim zorunlu',
);

export const lostDaysAliases = phrases(
  'lost days | days lost | lost work days | lost workdays | days away | days away from work | lwd | ausfalltage | verlorene tage | jours perdus | jours d arret | jours d arret de travail | dias perdidos | dias de baja | dias de afastamento | giorni persi | giorni di assenza | giorni di prognosi | verzuimdagen | verloren dagen | dni stracone | dni niezdolnosci | forlorade dagar | franvarodagar | kayip gun | kayip is gunu | is gormezlik gunu',
);

export const restrictedDaysAliases = phrases(
  'restricted days | days restricted | days of job transfer or restriction | restricted work days | eingeschrankte tage | jours de travail restreint | dias con restriccion | dias restringidos | dias de restricao | giorni di limitazione | dagen aangepast werk | dni ograniczonej pracy | dagar med begransat arbete | kisitli gun',
);

export const incidentSeverityAliases = phrases(
  'severity | actual severity | injury severity | severity level | schweregrad | verletzungsschwere | gravite | gravedad | severidad | gravidade | severidade | gravita | ernst | ernstgraad | ciezkosc | stopien ciezkosci | allvarlighetsgrad | siddet | agirlik derecesi',
);

export const incidentDepartmentAliases = phrases(
  'department | area | abteilung | bereich | service | departement | departamento | seccion | setor | reparto | afdeling | dzial | wydzial | avdelning | departman | bolum',
);
