/** How HR lists, training matrices and shift planners head their columns. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const hiredAliases = phrases(
  'hired | hire date | date hired | start date | date of hire | joined | entry date | seniority date | eintritt | eintrittsdatum | einstellungsdatum | date d embauche | date d entree | embauche le | fecha de ingreso | fecha de contratacion | fecha de alta | data de admissao | data de contratacao | data assunzione | data di assunzione | datum in dienst | indiensttreding | data zatrudnienia | anstallningsdatum | anstalld sedan | ise giris tarihi | ise baslama tarihi',
);

export const leftAliases = phrases(
  'left | termination date | date left | leaving date | last day worked | exit date | austritt | austrittsdatum | date de sortie | date de depart | fecha de baja | fecha de egreso | data de saida | data de demissao | data cessazione | data uscita | datum uit dienst | data zwolnienia | slutdatum anstallning | isten ayrilma tarihi | isten cikis tarihi',
);

export const employmentStatusAliases = phrases(
  'employment status | employee status | status | active | beschaftigungsstatus | statut | statut d emploi | estado laboral | estado | situacao | stato | stato occupazionale | dienstverband status | status zatrudnienia | anstallningsstatus | calisma durumu | durum',
);

export const contractHoursAliases = phrases(
  'contract hours | weekly hours | hours per week | standard hours | contracted hours | vertragsstunden | wochenstunden | arbeitszeit pro woche | heures contractuelles | heures par semaine | heures hebdomadaires | horas contrato | horas semanales | horas por semana | horas semanais | horas contratuais | ore settimanali | ore contrattuali | contracturen | uren per week | godziny tygodniowo | etat godzinowy | veckotimmar | timmar per vecka | haftalik saat | haftalik calisma saati',
);

export const fteAliases = phrases(
  'fte | full time equivalent | vollzeitaquivalent | vza | equivalent temps plein | etp | equivalente a tiempo completo | etc | equivalente tempo integral | equivalente tempo pieno | voltijdequivalent | etat | wymiar etatu | heltidsekvivalent | sysselsattningsgrad | tam zaman esdegeri',
);

export const supervisorAliases = phrases(
  'supervisor | manager | reports to | team leader | foreman | vorgesetzter | teamleiter | meister | responsable hierarchique | superieur | chef d equipe | supervisor directo | jefe | gestor | chefia | responsabile | capoturno | leidinggevende | teamleider | przelozony | kierownik | chef | arbetsledare | yonetici | amir',
);

export const crewAliases = phrases(
  'crew | team | shift group | gang | mannschaft | schichtgruppe | team | equipe | brigade | cuadrilla | equipo de turno | turma | squadra | ploeg | brygada | zespol | skiftlag | arbetslag | ekip | vardiya ekibi',
);

export const skillAliases = phrases(
  'skill | skill name | skill code | qualification | qualification name | competency | competence | training | training name | training title | course | course name | certification | certificate | license type | qualifikation | kompetenz | fahigkeit | schulung | lehrgang | zertifikat | kurs | qualification | competence | habilitation | formation | certification | stage',
  'habilidad | competencia | cualificacion | capacitacion | curso | certificacion | formacion | habilidade | qualificacao | treinamento | certificacao | competenza | qualifica | formazione | corso | abilitazione | certificazione | vaardigheid | kwalificatie | opleiding | training | cursus | certificaat | umiejetnosc | kwalifikacja | szkolenie | kurs | certyfikat | uprawnienie | kompetens | kvalifikation | utbildning | certifikat | behorighet | beceri | yetkinlik | egitim | sertifika | yeterlilik',
);

export const skillLevelAliases = phrases(
  'level | skill level | proficiency | rating | grade | stufe | kompetenzstufe | niveau | niveau de competence | nivel | nivel de habilidad | livello | livello di competenza | vaardigheidsniveau | poziom | poziom umiejetnosci | niva | kompetensniva | seviye | yetkinlik seviyesi | duzey',
);

export const acquiredAliases = phrases(
  'acquired | acquired on | date completed | completion date | completed | completed on | training date | date trained | last trained | issue date | certified on | erworben am | absolviert am | schulungsdatum | abschlussdatum | ausgestellt am | obtenu le | date d obtention | date de formation | suivi le | fecha de capacitacion | fecha de obtencion | obtenido el | completado el | data do treinamento | data de obtencao | concluido em | data formazione | data conseguimento | conseguito il | behaald op | datum behaald | opleidingsdatum | data szkolenia | data uzyskania | ukonczono | utbildningsdatum | erhallen | genomford | egitim tarihi | alinma tarihi | tamamlanma tarihi',
);

export const skillExpiresAliases = phrases(
  'expires | expiry date | expiration date | expires on | valid until | valid to | expiry | recertification due | renewal date | gultig bis | ablaufdatum | verfallsdatum | nachste schulung | date d expiration | expire le | valable jusqu au | date de recyclage | fecha de vencimiento | vence el | valido hasta | vigencia | fecha de caducidad | data de validade | valido ate | validade | data scadenza | data di scadenza | valido fino al | scade il | vervaldatum | geldig tot | verloopt op | data waznosci | wazne do | wygasa | giltig till | utgangsdatum | gar ut | gecerlilik tarihi | son gecerlilik tarihi | bitis tarihi',
);

export const rosterDateAliases = phrases(
  'date | roster date | shift date | work date | day | datum | dienstdatum | schichtdatum | tag | date | jour | date du poste | fecha | fecha de turno | dia | data | data do turno | data turno | giorno | dag | dzien | data zmiany | skiftdatum | dag | tarih | vardiya tarihi | gun',
);

export const requiredAliases = phrases(
  'required | required headcount | headcount required | required people | required staff | staff required | demand | planned headcount | people needed | positions required | bedarf | personalbedarf | benotigt | benotigte mitarbeiter | sollbesetzung | sollstarke | effectif requis | effectif necessaire | besoin | effectif prevu | requerido | personal requerido | dotacion | dotacion requerida | plazas requeridas',
  'necessario | pessoal necessario | efetivo necessario | quadro necessario | richiesto | organico richiesto | personale richiesto | fabbisogno | benodigd | benodigde bezetting | personeelsbehoefte | wymagana obsada | zapotrzebowanie na pracownikow | wymagana liczba pracownikow | behov | bemanningsbehov | erforderlig bemanning | gerekli personel | ihtiyac | gerekli kisi | kadro ihtiyaci',
);

export const rosterStartAliases = phrases(
  'shift start | start time | start | from | dienstbeginn | schichtbeginn | beginn | von | debut | heure de debut | debut de poste | inicio | hora de inicio | inicio de turno | inicio do turno | hora inicio | inizio | inizio turno | ora inizio | begin | begintijd | start dienst | poczatek zmiany | godzina rozpoczecia | skiftstart | starttid | vardiya baslangici | baslangic saati',
);

export const rosterEndAliases = phrases(
  'shift end | end time | end | to | dienstende | schichtende | ende | bis | fin | heure de fin | fin de poste | fin de turno | hora de fin | fim do turno | hora fim | fine turno | ora fine | fine | einde | eindtijd | koniec zmiany | godzina zakonczenia | skiftslut | sluttid | vardiya bitisi | bitis saati',
);

export const rosterHoursAliases = phrases(
  'rostered hours | planned hours | scheduled hours | shift hours | dienststunden | planstunden | geplante stunden | heures planifiees | heures prevues | horas planificadas | horas programadas | horas planejadas | ore pianificate | ore previste | roosteruren | geplande uren | godziny planowane | planowane godziny | schemalagda timmar | planerade timmar | planlanan saat | planli saat',
);

/** Words that head columns of other lists of people and dates as well. */
export const plainRosters = phrases(
  'start | end | from | to | beginn | ende | von | bis | debut | fin | inicio | fim | inizio | fine | begin | einde | necessario | requerido | richiesto | besoin | behov | ihtiyac | demand | planned hours | day | date',
);

/** What a roster writes on a day without a shift. */
export const daysOff = phrases('off | day off | rdo | rest | - | -- | frei | repos | libre | descanso | folga | riposo | vrij | wolne | ledig | tatil');
