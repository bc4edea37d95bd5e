import type { refusal as en } from '../en/refusal.ts'

export const refusal: Record<keyof typeof en, string> = {
  'refusal.not_signed_in': 'Connectez-vous d’abord.',
  'refusal.wrong_password': 'L’adresse et le mot de passe ne correspondent à aucun compte.',
  'refusal.current_password_wrong': 'Le mot de passe actuel n’est pas le bon.',
  'refusal.not_found': 'Il n’y a rien ici, ou cela ne vous est pas ouvert.',
  'refusal.only_administrator': 'Seul un administrateur de cette installation peut le faire.',
  'refusal.only_secretariat': 'Seul le secrétariat peut le faire.',
  'refusal.only_delegates': 'Seuls les délégués peuvent le faire.',
  'refusal.only_own_delegation': 'Vous ne parlez qu’au nom de votre délégation.',
  'refusal.only_monitor': 'Seul l’organe neutre de suivi peut le faire.',
  'refusal.only_team': 'Seuls les membres d’une équipe d’enquête peuvent le faire.',
  'refusal.only_team_lead': 'Seul le responsable d’une équipe d’enquête peut le faire.',
  'refusal.only_own_team': 'Vous ne pouvez le faire que pour votre équipe.',
  'refusal.only_responsible': 'Seul un délégué de la partie responsable peut le faire.',
  'refusal.only_members': 'Seuls les membres de cet accord peuvent le faire.',
  'refusal.only_author': 'Seul son auteur peut le faire.',
  'refusal.not_for_observers': 'Les observateurs lisent et n’interviennent pas.',
  'refusal.foreign_origin': 'Cette demande venait d’un autre site et n’a pas été exécutée.',
  'refusal.too_many_tries': 'Trop d’essais. Attendez quelques minutes et réessayez.',
  'refusal.invalid_input': 'Certaines saisies sont à corriger.',
  'refusal.too_large': 'C’est plus gros que ce qui peut être reçu en une fois.',
  'refusal.not_utf8':
    'Le fichier n’est pas du texte UTF-8. Enregistrez-le en « CSV UTF-8 » et choisissez-le de nouveau.',
  'refusal.email_taken': 'Un compte existe déjà avec cette adresse.',
  'refusal.invitation_unknown': 'Cette invitation est inconnue. Vérifiez que le lien a été copié en entier.',
  'refusal.invitation_used': 'Cette invitation a déjà servi. Connectez-vous avec le compte créé.',
  'refusal.invitation_expired': 'Cette invitation a expiré. Demandez-en une nouvelle au secrétariat.',
  'refusal.invitation_other_address': 'Cette invitation est destinée à une autre adresse.',
  'refusal.invitation_waiting': 'Cette adresse a déjà une invitation en cours pour ce siège.',
  'refusal.password_weak': 'Choisissez un autre mot de passe : au moins 12 caractères, et pas votre adresse.',
  'refusal.slug_taken': 'Un autre accord a déjà cette adresse.',
  'refusal.charter_invalid': 'Les règles de la charte se contredisent.',
  'refusal.charter_delegations_stay': 'Les délégations ont été fixées à la création de l’accord et ne changent pas.',
  'refusal.nothing_changed': 'Rien n’est encore changé.',
  'refusal.delegation_unknown': 'Cet accord n’a pas cette délégation.',
  'refusal.seat_conflict':
    'Cette personne occupe un siège incompatible : qui surveille ou sert ne parle pas pour une partie.',
  'refusal.seat_taken': 'Cette personne occupe déjà ce siège.',
  'refusal.seat_needs_delegation': 'Indiquez la délégation à laquelle ce siège appartient.',
  'refusal.seat_needs_team': 'Indiquez l’équipe à laquelle ce siège appartient.',
  'refusal.seat_ended': 'Ce siège a déjà pris fin.',
  'refusal.seat_stands_alone': 'Un siège de cette nature n’appartient à aucune délégation ni à aucune équipe.',
  'refusal.seat_last_secretariat':
    'C’est le dernier siège du secrétariat. Donnez-en d’abord un à une autre personne, pour que l’accès ne soit perdu pour personne.',
  'refusal.team_unknown': 'Cet accord n’a pas cette équipe.',
  'refusal.team_taken': 'Cet accord a déjà une équipe de ce nom.',
  'refusal.forum_open_already': 'Un autre forum de cet accord est encore ouvert. Clôturez-le d’abord.',
  'refusal.forum_moved': 'Quelqu’un a fait avancer ce forum. Rechargez la page.',
  'refusal.forum_stage': 'Pas à cette étape du forum.',
  'refusal.forum_closed': 'Le forum est clos.',
  'refusal.forum_items_undisposed': 'Le forum ne peut être clos tant qu’un point hérité reste sans suite.',
  'refusal.forum_blocked': 'Le forum ne peut pas encore être clos : une décision y manque.',
  'refusal.date_in_past': 'Cette date est passée.',
  'refusal.dates_out_of_order': 'Les dates ne sont pas dans l’ordre.',
  'refusal.inherited_item_stays': 'Un point hérité reste à l’ordre du jour ; on ne peut que lui donner une suite.',
  'refusal.item_disposed': 'Ce point a déjà reçu une suite.',
  'refusal.item_withdrawn': 'Ce point a été retiré et n’est plus à l’ordre du jour.',
  'refusal.item_carries_others': 'D’autres points ont été joints à celui-ci. Donnez-leur d’abord une autre suite.',
  'refusal.merge_into_itself': 'Un point ne peut être fusionné avec lui-même.',
  'refusal.disclosure_filed': 'La divulgation est déposée. Commencez à la modifier, puis déposez-la de nouveau.',
  'refusal.disclosure_not_filed': 'Il n’y a pas de dépôt à modifier en ce moment.',
  'refusal.disclosure_not_amending': 'La divulgation n’est pas en cours de modification.',
  'refusal.disclosures_opening':
    'Les divulgations sont en cours d’ouverture ; cela prend un moment. Réessayez ensuite.',
  'refusal.fault_concerned': 'Nul ne juge ni n’accuse dans la cause de sa propre équipe ou de sa propre partie.',
  'refusal.fault_own': 'Qui allègue un fait n’en décide pas.',
  'refusal.fault_decided': 'C’est déjà décidé, ou n’appelle pas de décision.',
  'refusal.fault_replied': 'L’équipe a déjà répondu.',
  'refusal.fault_unheard': 'L’équipe est entendue d’abord : rien n’est décidé avant sa réponse ou la fin du délai.',
  'refusal.disclosure_sealed': 'Cette communication est scellée jusqu’à l’ouverture de la comparaison.',
  'refusal.disclosure_empty': 'Il n’y a encore aucune donnée à déposer.',
  'refusal.indicator_taken': 'Un indicateur porte déjà ce code.',
  'refusal.indicator_unknown': 'Cet accord n’a pas cet indicateur.',
  'refusal.validity_backwards': 'La dernière période précède la première.',
  'refusal.batch_undone': 'Cette importation a déjà été annulée.',
  'refusal.import_unfinished':
    'Une importation dans cette communication n’est pas terminée. Reprenez-la ou abandonnez-la d’abord.',
  'refusal.why_missing':
    'Ce n’est pas ce que l’équipe a communiqué auparavant. Dites pourquoi le chiffre change ; l’ancien reste à côté.',
  'refusal.batch_finished': 'Cette importation est terminée ; commencez-en une autre pour d’autres lignes.',
  'refusal.batch_out_of_order':
    'Des lignes antérieures ne sont pas arrivées. Reprenez là où l’importation s’est arrêtée.',
  'refusal.file_not_table': 'Le fichier n’est pas un tableau : ni en-tête ni colonnes n’ont été trouvés.',
  'refusal.file_too_long':
    'Le fichier a plus de lignes qu’une importation n’en admet. Divisez-le, ou importez les années utiles.',
  'refusal.not_asked': 'La charte demande à d’autres d’en décider.',
  'refusal.gap_own':
    'C’est l’écart d’une équipe de votre propre partie ou de votre propre équipe : d’autres en décident.',
  'refusal.gap_unfounded':
    'Les données ne montrent pas cet écart : elles ne sont pas comparables, ou la différence peut être due au hasard.',
  'refusal.gap_known': 'Cet écart est déjà devant le forum, ou a été écarté.',
  'refusal.gap_decided': 'Le forum a décidé de cette explication.',
  'refusal.gap_spoken': 'Quelqu’un s’est exprimé sur l’explication : elle reste telle qu’elle a été lue.',
  'refusal.gap_not_asked': 'Personne n’est appelé à décider de cet écart maintenant.',
  'refusal.gap_unexplained': 'Il n’y a pas d’explication qui puisse être acceptée.',
  'refusal.gap_undecided': 'Les voix n’ont pas encore tranché.',
  'refusal.adoption_not_open': 'Aucune adoption n’est en cours pour cet écart.',
  'refusal.adoption_behind': 'Le chiffre ultérieur reste en retrait de celui de la meilleure équipe.',
  'refusal.adoption_no_figure': 'Ce forum n’a pas de chiffre ultérieur de l’équipe qui puisse être comparé.',
  'refusal.plan_none': 'Aucun plan n’est ouvert à la rédaction.',
  'refusal.plan_exists': 'Ce forum a déjà un plan.',
  'refusal.plan_frozen': 'Le plan est figé pour une lecture et ne peut être modifié.',
  'refusal.plan_locked': 'Le plan est verrouillé. Ce qui a été convenu demeure, mot pour mot.',
  'refusal.plan_incomplete': 'Il manque au plan des éléments qui rendent ses mesures vérifiables.',
  'refusal.reading_open_already': 'Une lecture est déjà ouverte.',
  'refusal.reading_decided': 'Cette lecture est tranchée.',
  'refusal.reading_not_prevented':
    'Rien de ce qui a été dit n’empêche de verrouiller cette lecture. Seul le secrétariat peut la rouvrir.',
  'refusal.concurrences_missing': 'Toutes les délégations requises n’ont pas donné leur accord.',
  'refusal.reading_objected': 'Une délégation s’oppose à cette lecture.',
  'refusal.reason_needed': 'Donnez le motif.',
  'refusal.hash_differs': 'Le texte n’est pas celui que vous avez lu : son empreinte diffère. Relisez-le.',
  'refusal.report_too_early':
    'Cet engagement commence un autre jour : il n’y a encore rien à rapporter ni à constater.',
  'refusal.evidence_needed':
    'Chaque réponse doit reposer sur une preuve, sauf si la réponse est qu’aucune donnée n’a été fournie.',
  'refusal.evidence_one_sided':
    'Une réponse ne peut pas reposer sur la seule parole de la partie. Ajoutez ce que l’organe de suivi a constaté lui-même ou ce que d’autres disent.',
  'refusal.date_in_future': 'Cette date est encore à venir.',
  'refusal.reply_given': 'La réponse a été donnée et figure à côté de la constatation.',
  'refusal.document_sealed':
    'Ce texte est scellé tant qu’une lecture en est examinée. Ce que vous avez écrit reste sur cet appareil.',
  'refusal.document_locked':
    'Ce texte est verrouillé et ne changera plus. Ce que vous avez écrit reste sur cet appareil.',
  'refusal.document_restarted':
    'Ce texte a été repris à neuf depuis que vous l’avez ouvert. Copiez ce que vous avez écrit, puis rouvrez la page.',
  'refusal.document_read_only': 'Vous pouvez lire ce texte, mais pas y écrire.',
  'refusal.document_full':
    'Ce texte a atteint la taille qui peut être conservée. Raccourcissez-le ou commencez-en un autre.',
  'refusal.edit_too_large':
    'C’est plus que ce qu’une seule modification peut contenir. Collez-le en plusieurs parties.',
  'refusal.edit_refused':
    'Le serveur n’a pas pu accepter cette modification. Copiez ce que vous avez écrit, puis rouvrez la page.',
  'refusal.proposal_partial':
    'Une partie repose sur des mots qui ne sont jamais arrivés : elle ne peut pas être insérée telle quelle. Copiez vos mots et écrivez-les dans le texte.',
  'refusal.proposal_full':
    'Il est arrivé trop tard plus de texte qu’on n’en peut garder pour une personne. Ce que vous avez écrit en dernier n’est que sur cet appareil : copiez-le.',
  'refusal.version_name_taken': 'Une version de ce texte porte déjà ce nom. Donnez-en un autre.',
  'refusal.version_unknown': 'L’historique de ce texte ne connaît pas ce point.',
  'refusal.version_stands': 'Le texte dit déjà la même chose : il n’y avait rien à rétablir.',
  'refusal.history_busy': 'Beaucoup d’historiques sont lus en ce moment. Réessayez dans une minute.',
  'refusal.moved_meanwhile':
    'Quelqu’un a été plus rapide : ceci a changé depuis que vous l’avez ouvert. Revoyez-le avant de décider.',
  'refusal.method_is_live':
    'Cette équipe rédige sa méthode en commun, en direct. Modifiez-la là : ce qui s’y trouve est déposé avec les données.',
  'refusal.method_unreadable':
    'La méthode contient quelque chose qui ne peut être couché sur le papier. Retirez-le, ou rétablissez une version antérieure, puis déposez.',
  'refusal.method_too_long': 'La méthode dépasse 20 000 caractères. Abrégez-la, puis déposez.',
  'refusal.criterion_weaker':
    'Ceci affaiblirait ce qui est en vigueur. Un critère ne peut qu’être renforcé : une valeur devient plus stricte, une clause reste mot pour mot, et quiconque est lié le reste.',
  'refusal.criterion_unlike':
    'Ceci ne peut être comparé à ce qui est en vigueur ; nul ne peut donc dire que ce n’est pas plus faible. Proposez-en un critère distinct : celui qui est en vigueur le demeure.',
  'refusal.criterion_driver_missing':
    'Dites ce qui motive le renforcement : les besoins des travailleurs, la productivité, une innovation en matière de conformité ou une meilleure pratique.',
  'refusal.criterion_without_source':
    'Citez au moins une source qui compte : droit interne, droit international ou meilleure pratique.',
  'refusal.criterion_below_source':
    'Une de ses sources exige davantage. La source la plus protectrice l’emporte : le critère exige au moins autant.',
  'refusal.criterion_unargued':
    'Toutes les sources ne peuvent être chiffrées. Dites laquelle l’emporte et pourquoi elle est la plus protectrice.',
  'refusal.criterion_no_direction':
    'Pour cet indicateur, ni plus ni moins n’est préférable : aucun seuil ne peut y être fixé.',
  'refusal.criterion_proposed_already': 'Une révision de ce critère attend déjà le forum. Elle sera tranchée d’abord.',
  'refusal.criterion_not_deliberated':
    'Il faut d’abord une délibération consignée : le forum retient le point, et un membre d’une équipe d’enquête y est entendu.',
  'refusal.criterion_objected': 'Une délégation dont l’accord est nécessaire ne le donne pas.',
  'refusal.criterion_decided': 'Cette révision est tranchée. Proposez-en une autre.',
  'refusal.strategy_judged_too_soon':
    'Une stratégie est d’abord mise à l’essai, puis jugée par un forum ultérieur : nommez-en un qui suit tous les forums convoqués.',
  'refusal.strategy_no_direction':
    'Pour l’un de ces indicateurs, ni plus ni moins n’est préférable : il ne peut dire si une stratégie fonctionne.',
  'refusal.strategy_no_baseline':
    'Les divulgations ouvertes de votre équipe ne contiennent aucun chiffre de la période antérieure. Sans situation de départ, nul ne peut juger de ce qui a changé.',
  'refusal.strategy_not_due': 'Aucun forum ouvert n’a cette stratégie à son ordre du jour.',
  'refusal.strategy_judged': 'Le forum a jugé cette stratégie.',
  'refusal.floor_answered': 'Votre équipe a déjà répondu.',
  'refusal.floor_not_adopting': 'Ceci n’est pas en cours d’adoption : il n’y a rien à mettre en œuvre.',
  'refusal.method_unknown': 'Ce n’est pas une version de la méthode de votre équipe.',
}
