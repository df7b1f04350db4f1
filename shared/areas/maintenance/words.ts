/**
 * Status and type words of work orders as CMMS, SAP and people write them, in ten languages. Words that mean different things in
 * different plants (pending, active, archived, PM03 …) are left out on purpose: they are asked.
 */
import { phrases } from '../../intake/dataset.ts';

export const statusWords = {
  requested: phrases(
    'requested | request | wappr | waiting for approval | waiting approval | awaiting approval | crtd | osno | created | submitted | draft | reported | prepared | opening',
    'angefordert | beantragt | gemeldet | erstellt | wartet auf genehmigung | entwurf | demande | demandee | en attente d approbation | brouillon | solicitado | solicitada | pendiente de aprobacion | borrador',
    'aguardando aprovacao | rascunho | richiesto | richiesta | in attesa di approvazione | bozza | aangevraagd | wacht op goedkeuring | concept | zgloszone | zgloszony | oczekuje na zatwierdzenie | wniosek | begard | vantar pa godkannande | utkast | talep edildi | onay bekliyor | taslak',
  ),
  open: phrases(
    'open | opened | appr | approved | wsch | scheduled | waiting to be scheduled | rel | released | nopr | oras | assigned | new | not started | to do | todo | planned | ready | dispatched | o',
    'offen | neu | freigegeben | genehmigt | geplant | zugewiesen | eroffnet | nicht begonnen | ouvert | ouverte | nouveau | nouvelle | approuve | approuvee | planifie | planifiee | affecte | a faire | non commence',
    'abierto | abierta | nuevo | nueva | aprobado | aprobada | programado | programada | asignado | asignada | por hacer | sin iniciar | aberto | aberta | novo | nova | aprovado | aprovada | agendado | agendada | atribuido | a fazer | nao iniciado',
    'aperto | aperta | nuovo | nuova | approvato | approvata | pianificato | pianificata | assegnato | assegnata | da fare | non iniziato | nieuw | goedgekeurd | gepland | toegewezen | vrijgegeven | te doen | niet gestart',
    'otwarte | otwarty | nowe | nowy | zatwierdzone | zaplanowane | przydzielone | przypisane | do zrobienia | oppen | oppet | ny | godkand | planerad | tilldelad | att gora | ej paborjad | acik | yeni | onaylandi | planlandi | atandi | yapilacak | baslamadi',
  ),
  reopened: phrases(
    'reopened | re-opened | reopen | wiedereroffnet | wieder eroffnet | wieder geoffnet | neu eroffnet | rouvert | rouverte | reabierto | reabierta | reaberto | reaberta | riaperto | riaperta | heropend | ponownie otwarte | ponownie otwarty | wznowione | ateroppnad | ateroppnat | yeniden acildi | tekrar acildi',
  ),
  inProgress: phrases(
    'in progress | inprogress | in-progress | inprg | wip | work in progress | started | in work | ongoing | working | pcnf | underway | under way | execution | in execution | being worked on',
    'in arbeit | in bearbeitung | laufend | begonnen | gestartet | wird bearbeitet | in durchfuhrung | lauft | en cours | en cours de traitement | en cours d execution | commence | demarre | en progreso | en curso | en proceso | iniciado | iniciada | en ejecucion',
    'em andamento | em progresso | em execucao | em curso | in corso | in lavorazione | avviato | iniziato | in esecuzione | in behandeling | bezig | in uitvoering | onderhanden | gestart | w toku | w trakcie | w realizacji | rozpoczete | rozpoczety | pagaende | pagar | paborjad | under arbete | devam ediyor | devam eden | islemde | baslandi | yurutuluyor | calisiliyor',
  ),
  onHold: phrases(
    'on hold | onhold | on-hold | hold | h | wmatl | wpcond | waiting | waiting for parts | waiting for material | waiting for materials | waiting on parts | awaiting parts | suspended | paused | blocked | deferred | postponed | nopo | parked | stopped',
    'angehalten | wartend | wartet | wartet auf material | wartet auf teile | zuruckgestellt | pausiert | unterbrochen | gesperrt | in wartestellung | en attente | suspendu | suspendue | en pause | bloque | bloquee | en attente de pieces | reporte',
    'en espera | suspendido | suspendida | pausado | pausada | detenido | detenida | bloqueado | esperando repuestos | aplazado | em espera | suspenso | suspensa | parado | aguardando | aguardando pecas | adiado',
    'in attesa | sospeso | sospesa | in pausa | bloccato | in attesa di ricambi | rinviato | in de wacht | wachtend | wacht | wachten | gepauzeerd | opgeschort | wacht op onderdelen | uitgesteld',
    'wstrzymane | wstrzymany | oczekuje | oczekujace | oczekujacy | zawieszone | zawieszony | czeka na czesci | vantande | vantar | pausad | pausat | parkerad | vilande | uppskjuten | vantar pa delar | beklemede | beklemeye alindi | bekliyor | askida | duraklatildi | ertelendi | parca bekliyor',
  ),
  done: phrases(
    'done | complete | completed | comp | finished | cnf | teco | work complete | work done | technically completed | resolved | executed | closing',
    'erledigt | fertig | abgeschlossen | fertiggestellt | beendet | ruckgemeldet | technisch abgeschlossen | vollstandig | ausgefuhrt | komplett | termine | terminee | complet | complete | completee | acheve | achevee | fini | finie | realise | realisee | effectue',
    'completado | completada | terminado | terminada | finalizado | finalizada | hecho | hecha | realizado | realizada | completo | concluido | concluida | feito | feita | executado',
    'completato | completata | finito | terminato | terminata | concluso | conclusa | eseguito | eseguita | fatto | ultimato | voltooid | gereed | afgerond | klaar | compleet | uitgevoerd',
    'zakonczone | zakonczony | ukonczone | ukonczony | wykonane | wykonany | zrobione | gotowe | fardig | klar | slutford | slutfort | avklarad | utford | utfort | tamamlandi | bitti | bitirildi | yapildi',
  ),
  closed: phrases(
    'closed | close | clsd | noco | hist | histedit | closed out | finally closed | financially closed | business completed | wclose',
    'geschlossen | kaufmannisch abgeschlossen | zugemacht | ferme | fermee | cloture | cloturee | clos | close | cerrado | cerrada | fechado | fechada | encerrado | encerrada | chiuso | chiusa | gesloten | afgesloten | zamkniete | zamkniety | stangd | stangt | avslutad | avslutat | kapali | kapatildi | kapandi',
  ),
  cancelled: phrases(
    'cancelled | canceled | can | cancel | dlfl | dlt | lkd | aborted | rejected | declined | void | skipped | x | deleted | closed incomplete',
    'storniert | abgebrochen | abgelehnt | verworfen | annule | annulee | rejete | refuse | abandonne | cancelado | cancelada | anulado | anulada | rechazado | rechazada | rejeitado | annullato | annullata | rifiutato | geannuleerd | afgewezen | vervallen | anulowane | anulowany | odrzucone | avbruten | avbrutet | avbokad | makulerad | avvisad | iptal | iptal edildi | reddedildi',
  ),
} as const;

export const workTypeWords = {
  corrective: phrases(
    'corrective | corrective maintenance | cm | repair | repairs | breakdown | breakdown maintenance | reactive | reactive maintenance | unplanned | unplanned maintenance | failure | fault | run to failure',
    'korrektiv | instandsetzung | reparatur | storung | storungsbeseitigung | entstorung | ungeplant | korrektive wartung | korrektive instandhaltung | corrective maintenance | correctif | corrective | maintenance corrective | reparation | panne | depannage | curatif | curative',
    'correctivo | correctiva | mantenimiento correctivo | reparacion | averia | corretivo | corretiva | manutencao corretiva | reparo | avaria | correttivo | correttiva | manutenzione correttiva | riparazione | guasto | correctief | correctief onderhoud | reparatie | storing',
    'korekcyjne | korekcyjna | korygujace | naprawa | naprawcze | awaria | konserwacja naprawcza | konserwacja korekcyjna | utrzymanie korekcyjne | avhjalpande | avhjalpande underhall | korrigerande | korrigerande underhall | reparation | duzeltici | duzeltici bakim | onarim | tamir | ariza',
  ),
  emergency: phrases(
    'emergency | emergency maintenance | em | urgent | urgent repair | emergency repair | notfall | notfallreparatur | notfallwartung | urgence | maintenance d urgence | emergencia | mantenimiento de emergencia | manutencao de emergencia | emergenza | manutenzione di emergenza | manutenzione d emergenza | noodgeval | spoed | noodonderhoud | awaryjne | awaryjna | konserwacja awaryjna | nagly | nod | akut | akut underhall | acil | acil bakim | acil durum',
  ),
  preventive: phrases(
    'preventive | preventive maintenance | preventative | preventative maintenance | pm | planned maintenance | scheduled maintenance | routine | routine maintenance | service | servicing | lubrication | time based',
    'vorbeugend | vorbeugende wartung | vorbeugende instandhaltung | praventiv | wartung | praventive wartung | preventif | preventive | maintenance preventive | entretien preventif | entretien',
    'preventivo | preventiva | mantenimiento preventivo | manutencao preventiva | manutenzione preventiva | manutenzione programmata | preventief | preventief onderhoud | zapobiegawcze | zapobiegawcza | prewencyjne | prewencyjna | konserwacja zapobiegawcza | konserwacja prewencyjna | przeglad',
    'forebyggande | forebyggande underhall | fu | onleyici | onleyici bakim | periyodik bakim | planli bakim | koruyucu bakim',
  ),
  predictive: phrases(
    'predictive | predictive maintenance | pdm | condition based | condition based maintenance | cbm | condition monitoring | vorausschauend | vorausschauende wartung | zustandsorientiert | predictif | predictive | maintenance predictive | maintenance conditionnelle | previsionnelle | predictivo | predictiva | mantenimiento predictivo | preditivo | preditiva | manutencao preditiva | predittivo | predittiva | manutenzione predittiva | voorspellend | voorspellend onderhoud | predykcyjne | predykcyjna | konserwacja predykcyjna | prediktivt | prediktivt underhall | tillstandsbaserat | kestirimci bakim | kestirimci | ongorucu bakim',
  ),
  inspection: phrases(
    'inspection | inspect | ins | insp | check | inspection round | patrol | inspektion | prufung | begehung | kontrolle | controle | ronde | visite | inspeccion | revision | inspecao | vistoria | ispezione | controllo | verifica | inspectie | controle | inspekcja | kontrola | besiktning | inspektion | kontroll | denetim | muayene | kontrol | inspeksiyon',
  ),
  calibration: phrases(
    'calibration | calibrate | cal | kalibrierung | kalibration | etalonnage | calibrage | calibracion | calibracao | calibrazione | taratura | kalibratie | ijking | kalibracja | wzorcowanie | kalibrering | kalibrasyon',
  ),
  modification: phrases(
    'modification | modify | project | improvement | upgrade | installation | cp | capital project | mod | design change | kaizen | anderung | umbau | verbesserung | projekt | installation | montage | modification | amelioration | projet | modificacion | mejora | proyecto | instalacion | modificacao | melhoria | projeto | instalacao | modifica | miglioramento | progetto | installazione | wijziging | modificatie | verbetering | project | installatie | modyfikacja | usprawnienie | projekt | instalacja | modifiering | forbattring | andring | installation | degisiklik | iyilestirme | proje | modifikasyon | kurulum',
  ),
  safety: phrases(
    'safety | safety work | ehs | hse | sicherheit | arbeitssicherheit | securite | seguridad | seguranca | sicurezza | veiligheid | bezpieczenstwo | sakerhet | guvenlik | is guvenligi',
  ),
  other: phrases(
    'other | general | misc | miscellaneous | sonstige | sonstiges | allgemein | autre | autres | divers | otro | otros | otra | general | outro | outros | outra | geral | altro | altri | generale | overig | overige | anders | algemeen | inne | inny | ogolne | ovrigt | annat | ovrig | diger | genel',
  ),
} as const;
