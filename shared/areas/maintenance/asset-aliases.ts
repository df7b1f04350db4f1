/** How asset registers head their columns. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const assetAliases = phrases(
  'asset | asset number | assetnum | asset code | asset id | asset tag | equipment | equipment number | equipment code | equipment id | machine number | machine code | inventory number | tag number',
  'anlage | anlagennummer | anlagencode | anlagen id | equipment nummer | maschinennummer | maschinencode | betriebsmittelnummer | inventarnummer',
  'equipement | code equipement | numero equipement | code de l equipement | code actif | code machine | numero d inventaire | equipo | codigo de equipo | codigo del equipo | codigo de activo | codigo del activo | codigo de maquina | id activo | id equipo',
  'codigo do equipamento | codigo do ativo | codigo da maquina | numero do ativo | codice impianto | codice macchina | codice asset | codice cespite | numero cespite | matricola impianto | id asset | codice attrezzatura',
  'installatienummer | machinenummer | equipmentnummer | assetnummer | objectnummer | numer urzadzenia | kod urzadzenia | numer maszyny | kod maszyny | numer inwentarzowy | utrustningsnummer | maskinnummer | anlaggningsnummer | tillgangsnummer',
  'varlik no | varlik kodu | varlik numarasi | ekipman kodu | ekipman no | makine no | makine kodu | demirbas no | machine | maschine | maquina | macchina | maszyna | maskin | makine',
  'id',
);

export const assetNameAliases = phrases(
  'asset name | name | naam activum | equipment name | machine name | name of asset | anlagenname | anlagenbezeichnung | bezeichnung | maschinenname | maschinenbezeichnung | anlage name | name der anlage',
  'nom | nom de l equipement | nom equipement | nom de l actif | designation | nom de la machine | libelle | nombre | nombre del activo | nombre de activo | nombre del equipo | nombre de equipo | nombre de la maquina | denominacion',
  'nome | nome do ativo | nome do equipamento | nome da maquina | denominacao | nome asset | nome dell asset | nome impianto | nome macchina | denominazione | nome cespite | nome attrezzatura',
  'naam | assetnaam | machinenaam | naam machine | naam installatie | naam asset | benaming | nazwa | nazwa urzadzenia | nazwa maszyny | nazwa zasobu | nazwa srodka trwalego | namn | benamning | utrustningsnamn | maskinnamn | tillgangsnamn | anlaggningsnamn',
  'ad | adi | varlik adi | ekipman adi | makine adi | isim',
);

export const assetDescriptionAliases = phrases(
  'description | asset description | equipment description | details | additional info | additional information | beschreibung | anlagenbeschreibung | zusatzinformationen | description de l equipement | informations supplementaires',
  'descripcion | descripcion del activo | descripcion del equipo | informacion adicional | descricao | descricao do ativo | informacoes adicionais | descrizione | descrizione asset | informazioni aggiuntive',
  'omschrijving | beschrijving | aanvullende informatie | opis | opis urzadzenia | dodatkowe informacje | beskrivning | ytterligare information | aciklama | tanim | ek bilgiler',
  'descriptif | langtext | long text | detalle | dettagli',
);

export const parentAliases = phrases(
  'parent asset | parent | parent equipment | superior equipment | superord. equipment | parent asset name | parent name | belongs to | sub asset of | assembly of | parent machine | parent asset id | higher level asset',
  'ubergeordnete anlage | ubergeordnetes equipment | hauptanlage | elternanlage | ubergeordnet | gehort zu | ubergeordnete maschine | ubergeordnetes asset',
  'equipement parent | actif parent | parent equipement | equipement superieur | activo padre | equipo padre | activo principal | equipo superior | activo superior | padre',
  'ativo pai | equipamento pai | equipamento superior | ativo superior | ativo principal | asset padre | impianto padre | asset principale | attrezzatura padre | impianto superiore | macchina padre | cespite padre',
  'bovenliggend asset | bovenliggende asset | bovenliggend activum | bovenliggende installatie | hoofdinstallatie | hoofdasset | bovenliggende machine | zasob nadrzedny | urzadzenie nadrzedne | srodek trwaly nadrzedny | maszyna nadrzedna | overordnad tillgang | overordnad utrustning | huvudutrustning | overordnad anlaggning | overordnad maskin',
  'ana varlik | ust varlik | ana ekipman | ust ekipman | ana makine',
);

export const categoryAliases = phrases(
  'category | asset category | asset type | type | equipment type | class | equipment category | asset class | object type | group | kategorie | anlagentyp | anlagenart | typ | klasse | anlagenkategorie | categorie | type d equipement | famille | classe',
  'categoria | tipo de activo | tipo de equipo | tipo | clase | familia | tipo de equipamento | tipo de ativo | classe | tipo asset | tipo impianto | tipologia | categorie | soort | assettype | kategoria | typ urzadzenia | rodzaj | kategori | utrustningstyp | kategori | tur | varlik turu | tip | sinif',
);

export const criticalityAliases = phrases(
  'criticality | critical | criticality class | abc indicator | abc class | risk class | asset criticality | priority | kritikalitat | abc kennzeichen | kritisch | abc klasse | criticite | niveau de criticite | criticidad | nivel de criticidad',
  'criticidade | criticita | kriticiteit | kritikaliteit | krytycznosc | klasa krytycznosci | kritikalitet | kritiskhet | kritiklik | onem derecesi',
);

export const assetStatusAliases = phrases(
  'status | asset status | equipment status | state | condition | operational status | operating status | zustand | betriebszustand | anlagenstatus | statut | etat | estado | estado del activo | situacao | stato | stato asset | toestand | stan | tillstand | durum | durumu',
);

export const manufacturerAliases = phrases(
  'manufacturer | make | brand | maker | manufacturer name | oem | hersteller | marke | fabrikat | fabricant | marque | constructeur | fabricante | marca | produttore | costruttore | fabrikant | merk | producent | marka | tillverkare | fabrikat | marke',
  'uretici | uretici firma | marka | imalatci',
);

export const modelAliases = phrases(
  'model | model number | type designation | model name | modell | modellnummer | typbezeichnung | modele | numero de modele | reference modele | modelo | numero de modelo | modello | numero modello | modelnummer | modelu | numer modelu | modellbeteckning | typbeteckning | model numarasi | model no',
);

export const serialAliases = phrases(
  'serial number | serial | serial no | manufserialno | manufacturer serial number | s/n | seriennummer | fabriknummer | serien nr | herstellnummer | numero de serie | n de serie | serie | numero di serie | matricola | serienummer | numer seryjny | numer fabryczny | tillverkningsnummer | seri no | seri numarasi',
);
