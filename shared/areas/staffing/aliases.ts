/** How time clocks, payroll systems and plants' own sheets head the columns of hours. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const employeeAliases = phrases(
  'employee | employee number | employee id | emp id | empid | emp no | badge | badge number | person number | personnel number | pers.no. | pernr | staff number | file # | payroll number | worker id | clock number | associate id | staff id | worker number | operator id',
  'personalnummer | mitarbeiter | mitarbeiternummer | personal nr | ma nummer | mitarbeiter id | ausweisnummer | stammnummer | pers nr | matricule | numero employe | numero d employe | salarie | code salarie | employe | id employe | numero de salarie | code employe | identifiant employe',
  'empleado | numero de empleado | id empleado | codigo de empleado | legajo | ficha | numero de trabajador | codigo empleado | trabajador | funcionario | matricula | numero do funcionario | codigo do funcionario | colaborador | id funcionario | numero do colaborador | empregado | numero do empregado | id do funcionario | id colaborador',
  'dipendente | matricola | codice dipendente | numero dipendente | id dipendente | badge numero | medewerker | medewerkernummer | personeelsnummer | werknemer | werknemersnummer | medewerker id | pracownik | numer pracownika | nr ewidencyjny | numer ewidencyjny | id pracownika | kod pracownika | anstalld | anstallningsnummer | anstallnings id | personalnr | anstalld id | medarbetare | medarbetar id',
  'personel | sicil no | sicil numarasi | personel no | calisan no | calisan | personel numarasi | calisan kimligi | personel kodu | calisan id | calisan kodu | isci no',
  'id',
  'n dipendente | n matricola',
);

export const nameAliases = phrases(
  'name | employee name | full name | worker name | person name | staff name | last name first name | associate name | mitarbeitername | name des mitarbeiters | vollstandiger name | nom | nom du salarie | nom complet | nom de l employe | nom employe | nom et prenom',
  'nombre | nombre del empleado | nombre completo | nombre y apellido | nombre empleado | apellidos y nombre | nome | nome do funcionario | nome completo | nome funcionario | nome do colaborador | nome dipendente | nominativo | nome e cognome | cognome e nome | nome del dipendente | naam | naam medewerker | volledige naam | medewerkernaam | nazwisko | imie i nazwisko | nazwisko i imie | nazwa pracownika | imie | namn | anstalldas namn | fullstandigt namn | ad | ad soyad | adi soyadi | personel adi | calisan adi | isim | adi | ad soyadi',
);

export const workDateAliases = phrases(
  'date | work date | shift date | day | date worked | worked date | punch date | apply date | pay date | time card date | period end | week ending | datum | arbeitstag | arbeitsdatum | tag | date de travail | jour | jour travaille | date travaillee',
  'fecha | fecha de trabajo | dia | fecha trabajada | data | data de trabalho | data trabalhada | data di lavoro | data lavoro | giorno | werkdatum | dag | gewerkte datum | dzien | data pracy | dzien pracy | arbetsdag | arbetsdatum | dag | tarih | calisma tarihi | gun | is gunu',
);

export const departmentAliases = phrases(
  'department | dept | department name | home department | cost center | cost centre | org unit | section | division | temp dept | labor account | labour level | abteilung | kostenstelle | bereich | organisationseinheit | service | departement | centre de cout | atelier | nom du service',
  'departamento | area | seccion | centro de coste | centro de costo | sector | setor | secao | centro de custo | reparto | dipartimento | centro di costo | ufficio | afdeling | kostenplaats | dzial | wydzial | oddzial | avdelning | kostnadsstalle | departman | bolum | birim | masraf merkezi',
);

export const lineAliases = phrases(
  'line | production line | line code | work center | workcenter | linie | produktionslinie | arbeitsplatz | ligne | ligne de production | linea | linea de produccion | centro de trabajo | linha | linha de producao | linea di produzione | lijn | productielijn | linia | linia produkcyjna | linje | produktionslinje | hat | uretim hatti',
);

export const shiftAliases = phrases(
  'shift | shift code | shift name | work shift | schicht | schichtcode | schichtname | equipe | poste | quart | turno | codigo de turno | nombre del turno | nome do turno | nome turno | ploeg | dienst | zmiana | nazwa zmiany | skift | skiftlag | arbetsskift | vardiya | vardiya kodu | mesai turu',
);

export const roleAliases = phrases(
  'role | job title | position | job | title | occupation | function | job role | designation | rolle | funktion | tatigkeit | stelle | position | berufsbezeichnung | fonction | emploi | intitule du poste | metier | role | qualification | puesto | cargo | funcion | rol | ocupacion',
  'funcao | papel | ruolo | mansione | qualifica | posizione | funzione | functie | rol | functietitel | stanowisko | rola | funkcja | roll | befattning | yrkesroll | tjanst | rol | gorev | unvan | pozisyon',
);

export const payCodeAliases = phrases(
  'pay code | paycode | pay code name | hour type | hours type | hrtype | hr type | earnings code | earning code | time type | pay type | attendance type | absence type | time code | wage type | lohnart | zeitart | stundenart | zeitlohnart | abwesenheitsart | code de paie | type d heures | type d heure | rubrique | nature des heures | code paie',
  'tipo de hora | tipo de horas | codigo de pago | concepto de pago | concepto | codigo de nomina | tipo hora | codigo de pagamento | tipo de horas trabalhadas | verba | rubrica | tipo ore | codice paga | causale | voce paga | tipo di ore | looncode | uursoort | urensoort | soort uren | looncomponent | kod placowy | rodzaj godzin | typ godzin | skladnik placowy | loneart | tidtyp | timtyp | lonekod | ucret kodu | saat turu | puantaj kodu | saat tipi',
);

export const plannedHoursAliases = phrases(
  'planned hours | scheduled hours | rostered hours | contract hours | standard hours | target hours | sollstunden | planstunden | geplante stunden | soll stunden | vertragsstunden | heures prevues | heures planifiees | heures theoriques | heures contractuelles | horas planificadas | horas previstas | horas programadas | horas contrato',
  'horas planejadas | horas contratuais | ore previste | ore pianificate | ore teoriche | ore contrattuali | geplande uren | contracturen | roosteruren | godziny planowane | planowane godziny | nominalne godziny | planerade timmar | schemalagda timmar | planlanan saat | planli saat',
);

export const regularHoursAliases = phrases(
  'regular hours | reg hours | regular | hours worked | worked hours | normal hours | straight time | straight time hours | reg hrs | st hours | basic hours | ordinary hours | present hours | attendance hours | base hours | actual hours | hours worked regular | work hours | working hours',
  'normalstunden | regelstunden | regulare stunden | arbeitsstunden | geleistete stunden | normale stunden | gearbeitete stunden | grundstunden | anwesenheitsstunden | iststunden | regelarbeitszeit | arbeitszeit',
  'heures normales | heures travaillees | heures regulieres | heures de travail | heures ordinaires | heures de base | heures effectuees | heures reelles',
  'horas normales | horas regulares | horas trabajadas | horas ordinarias | horas de trabajo | horas base | horas normais | horas trabalhadas | horas regulares | horas de trabalho',
  'ore ordinarie | ore normali | ore lavorate | ore regolari | ore di lavoro | ore lavoro | normale uren | gewerkte uren | reguliere uren | gewone uren | werkuren | gewerkte tijd',
  'godziny normalne | godziny podstawowe | przepracowane godziny | godziny przepracowane | godziny pracy | godziny regularne | godziny zwykle | ordinarie timmar | normaltid | arbetade timmar | ordinarie tid | arbetstimmar | regelbundna timmar',
  'normal saat | normal mesai | calisilan saat | normal calisma saati | calisma saati | calisma saatleri | calisilan saatler | duzenli saat | normal calisma',
);

export const overtimeHoursAliases = phrases(
  'overtime hours | overtime | ot hours | o/t hours | ot | ot hrs | o/t | overtime worked | time and a half | extra hours | overtime hrs | uberstunden | mehrarbeit | mehrarbeitsstunden | uberzeit | heures supplementaires | heures sup | hs | heures supp | heures supplementaires travaillees',
  'horas extra | horas extras | horas extraordinarias | sobretiempo | tiempo extra | horas suplementarias | horas adicionais | straordinario | ore straordinarie | ore di straordinario | straordinari | ore straordinario | ore extra | overuren | overwerk | overwerkuren | overtijd | nadgodziny | godziny nadliczbowe | liczba nadgodzin | overtid | overtidstimmar | overtids timmar | mertid | fazla mesai | fazla mesai saati | mesai saati | fazla calisma | fazla mesai saatleri | fazla calisma saati',
);

export const absenceHoursAliases = phrases(
  'absence hours | absent hours | absence | hours absent | leave hours | absenteeism hours | sick hours | time off hours | absenteeism time in hours | absenteeism time | fehlstunden | abwesenheitsstunden | fehlzeit | fehlzeiten | ausfallstunden | abwesenheit | heures d absence | absences | heures absence | absence heures',
  'horas de ausencia | ausencia | horas ausente | ausencias | horas de absentismo | horas de falta | horas ausentes | faltas | horas de ausencia | ore di assenza | ore assenza | assenza | assenze | verzuimuren | afwezige uren | verzuim | afwezigheidsuren | godziny nieobecnosci | nieobecnosc | absencja | franvarotimmar | franvaro | frånvarotid | devamsizlik | devamsizlik saati | izin saati | yokluk saati',
);

export const hoursAliases = phrases(
  'hours | hrs | quantity hours | duration | time | paid hours | stunden | anzahl stunden | dauer | heures | nombre d heures | duree | horas | cantidad de horas | ore | numero ore | uren | aantal uren | godziny | liczba godzin | timmar | antal timmar | saat | saat miktari',
);

export const laborCostAliases = phrases(
  'labor cost | labour cost | wages | pay | gross pay | earnings | wage cost | payroll cost | total pay | lohnkosten | personalkosten | bruttolohn | lohn | cout main d oeuvre | salaire | salaire brut | cout salarial | coste laboral | costo laboral | salario | sueldo | pago | custo de mao de obra | custo trabalho',
  'costo del lavoro | costo lavoro | retribuzione | loonkosten | brutoloon | loon | koszt pracy | wynagrodzenie | arbetskostnad | lonekostnad | lon | iscilik maliyeti | ucret | maas | brut ucret',
);
